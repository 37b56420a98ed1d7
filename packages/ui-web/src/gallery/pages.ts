import type { Assets } from "../Assets.ts"
import { Field } from "../components/Field.ts"
import { type Entry, Layout, type LayoutProps } from "../components/Layout.ts"
import { Notice } from "../components/Notice.ts"
import { type Html, html } from "../Html.ts"
import { examples, planningExample } from "./examples.ts"

const entries = (current: string): ReadonlyArray<Entry> => [
  ...(
    [
      ["Accueil", "home", "/"],
      ["Mon compte", "account", "/compte"],
      ["Mes enfants", "children", "/enfants"],
      ["Relevé de compte", "statement", "/releve"],
      ["Boîte de réception", "inbox", "/messages"],
      ["Liste des demandes", "requests", "/demandes"]
    ] as const
  ).map(([label, icon, href]): Entry => ({ label, icon, to: { kind: "page", href, current: label === current } })),
  { label: "Déconnexion", icon: "exit", to: { kind: "post", action: "/deconnexion", hidden: [["cle", "9a2e"]] } }
]

const shell = (href: Assets["href"]): Omit<LayoutProps, "title" | "main"> => ({
  portal: { name: "E-enfance", commune: "Commune de Chênex", homeHref: "/" },
  today: { iso: "2015-04-08", label: "Mercredi 8 avril 2015" },
  skip: "Aller au contenu",
  help: html`<p>Besoin d'aide ? La mairie de Chênex vous répond au <a href="tel:+33450043053">04 50 04 30 53</a> ou à <a href="mailto:cantinedechenex@orange.fr">cantinedechenex@orange.fr</a>.</p>`,
  stylesheets: [href("theme.css")]
})

const reader = (current: string): NonNullable<LayoutProps["reader"]> => ({
  greeting: "Bienvenue JEAN DUPONT",
  unread: { label: "vous avez 1 nouveau message", href: "/messages" },
  entriesLabel: "Rubriques",
  entries: entries(current)
})

/** The page of all examples. */
export const galleryPage = (href: Assets["href"]): Html =>
  Layout({
    ...shell(href),
    title: "Galerie",
    wide: true,
    reader: reader("Accueil"),
    scripts: [href("password.js")],
    main: html`<h1>Galerie des composants</h1>${examples
      .filter(({ component }) => component !== "PlanningGrid")
      .map(({ component, name, html: drawn }) => html`<section><h2>${component} · ${name}</h2>${drawn}</section>`)}`
  })

/** The planning as a parent sees it. */
export const planningPage = (href: Assets["href"]): Html =>
  Layout({
    ...shell(href),
    title: "Planning de Léa",
    wide: true,
    reader: reader("Mes enfants"),
    scripts: [href("planning.js")],
    main: html`<h1>Planning de Léa</h1>${planningExample}`
  })

/** The sign-in card: nothing but the commune, two fields and help. */
export const signInPage = (href: Assets["href"]): Html =>
  Layout({
    ...shell(href),
    title: "Se connecter",
    scripts: [href("password.js")],
    main: html`<div class="card">
<h1>Compte famille</h1>
<p>Afin d'accéder à notre service, veuillez vous identifier.</p>
${Notice({ tone: "danger", title: "Identifiant ou mot de passe inconnu.", announce: true })}
<form method="post" action="/connexion">
${Field({ id: "identifiant", name: "identifiant", label: "Identifiant", required: true, control: { kind: "input", autocomplete: "username" } })}
${Field({ id: "mot-de-passe", name: "motDePasse", label: "Mot de passe", required: true, control: { kind: "password", autocomplete: "current-password", show: "Afficher", hide: "Masquer" } })}
<p class="field"><button>Se connecter</button></p>
</form>
<p><a href="/mot-de-passe-oublie">Mot de passe oublié ?</a></p>
</div>`
  })
