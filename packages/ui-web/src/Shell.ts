/**
 * The shell of every page: the commune's name, the greeting, the seven entries, the help line
 * (S12, S19-S22).
 */
import type { ServedCommune } from "@portail-famille/core/Commune"
import type { Day } from "@portail-famille/core/Day"
import type { Visitor } from "@portail-famille/core/services/Accounts"
import { navigation, todayLine, unreadMessages, welcome } from "@portail-famille/core/words/portal"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { AssetFiles } from "./AssetFiles.ts"
import type { AssetName, Assets } from "./Assets.ts"
import type { IconName } from "./components/Icon.ts"
import { type Entry, Layout, type LayoutProps } from "./components/Layout.ts"
import { type Child, type Html, html } from "./Html.ts"

/** For whom a page is drawn. Without a visitor there is no greeting and no entries. */
export interface Seen {
  readonly commune: ServedCommune
  readonly today?: Day
  readonly visitor?: Pick<Visitor, "adult" | "unread"> | undefined
}

/** One of the seven entries, by its name in the words. */
type EntryName = (typeof navigation)[number]["entry"]

/** What a page adds to the shell. */
export interface Drawing {
  readonly title: string
  readonly main: Child
  /** Which entry the page stands under. */
  readonly entry?: Exclude<EntryName, "signOut">
  readonly scripts?: ReadonlyArray<AssetName>
  /** Leaves the width of the screen to the content. */
  readonly wide?: boolean
  readonly status?: number
}

/** The page as a response. */
export const draw: (
  seen: Seen,
  drawing: Drawing
) => Effect.Effect<HttpServerResponse.HttpServerResponse, never, AssetFiles> = Effect.fnUntraced(
  function* (seen, drawing) {
    return HttpServerResponse.text(documentOf(yield* AssetFiles, seen, drawing).value, {
      contentType: "text/html; charset=utf-8",
      status: drawing.status ?? 200
    })
  }
)

/** The whole document. */
export const documentOf = (
  { href }: Pick<Assets, "href">,
  { commune, today, visitor }: Seen,
  { title, main, entry, scripts = [], wide = false }: Drawing
): Html =>
  Layout({
    title,
    portal: { name: commune.portalName, commune: commune.name, homeHref: "/" },
    reader: visitor && readerOf(visitor, entry),
    today: today === undefined ? undefined : { iso: today, label: todayLine(today) },
    skip: "Aller au contenu",
    help: help(commune),
    stylesheets: [href("theme.css")],
    scripts: scripts.map(href),
    wide,
    main
  })

const pages: { readonly [Name in EntryName]: readonly [icon: IconName, href: string] } = {
  home: ["home", "/accueil"],
  account: ["account", "/mon-compte"],
  children: ["children", "/mes-enfants"],
  statement: ["statement", "/releve"],
  inbox: ["inbox", "/messages"],
  requests: ["requests", "/demandes"],
  signOut: ["exit", "/deconnexion"]
}

const readerOf = (
  { adult, unread }: NonNullable<Seen["visitor"]>,
  current: EntryName | undefined
): NonNullable<LayoutProps["reader"]> => ({
  greeting: welcome(adult),
  unread: { label: unreadMessages(unread), href: pages.inbox[1] },
  entriesLabel: "Rubriques",
  entries: navigation.map(({ entry, label }): Entry => {
    const [icon, href] = pages[entry]
    return entry === "signOut"
      ? { label, icon, to: { kind: "post", action: href, hidden: [] } }
      : { label, icon, to: { kind: "page", href, current: entry === current } }
  })
})

const help = ({ contact, name, postcode, department }: ServedCommune): Html =>
  html`<p>Besoin d'aide\u00a0? ${contact.label}, téléphone <a href="tel:${contact.phone.replace(/[^\d+]/g, "")}">${contact.phone}</a>, e\u2011mail <a href="mailto:${contact.email}">${contact.email}</a>.</p>
<p>${name}, ${postcode} (${department.name})</p>`
