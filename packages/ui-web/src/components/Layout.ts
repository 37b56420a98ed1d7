import { attributes, type Child, type Html, html } from "../Html.ts"
import { Icon, type IconName } from "./Icon.ts"

/** The shell of every page: what is common to all tabs (S19-S22), in the commune's words. */
export interface LayoutProps {
  readonly title: string
  readonly portal: {
    readonly name: string
    /** Absent where it is not known which commune it is. */
    readonly commune?: string | undefined
    readonly homeHref: string
    /** The commune's arms, served by the portal itself. */
    readonly armsHref?: string | undefined
  }
  /** Absent on the pages before sign-in, which have no greeting and no entries. */
  readonly reader?:
    | {
        readonly greeting: string
        readonly unread: { readonly label: string; readonly href: string }
        readonly entriesLabel: string
        readonly entries: ReadonlyArray<Entry>
      }
    | undefined
  /** Absent on the page of a failure. */
  readonly today?: { readonly iso: string; readonly label: string } | undefined
  readonly skip: string
  readonly help: Child
  readonly stylesheets: ReadonlyArray<string>
  readonly scripts?: ReadonlyArray<string>
  /** Leaves the width of the screen to the content, for the planning. */
  readonly wide?: boolean
  readonly main: Child
}

/** One entry of the navigation. Signing out changes something, so it posts. */
export interface Entry {
  readonly label: string
  readonly icon: IconName
  readonly to:
    | { readonly kind: "page"; readonly href: string; readonly current: boolean }
    | {
        readonly kind: "post"
        readonly action: string
        readonly hidden: ReadonlyArray<readonly [name: string, value: string]>
      }
}

/** Draws a whole document. */
export const Layout = (props: LayoutProps): Html => {
  const { title, portal, reader, today, main } = props
  const place = [portal.name, portal.commune].filter((name) => name !== undefined).join(", ")
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${place}</title>
<link rel="icon" href="data:,">
${props.stylesheets.map((href) => html`<link rel="stylesheet" href="${href}">`)}
${props.scripts?.map((href) => html`<script type="module" src="${href}"></script>`)}
</head>
<body${attributes({ class: props.wide === true ? "wide" : null })}>
<a class="skip" href="#main">${props.skip}</a>
<header class="top">
<a class="brand" href="${portal.homeHref}">${
    portal.armsHref === undefined ? null : html`<img src="${portal.armsHref}" alt="" width="40" height="48">`
  }<span><b>${portal.name}</b> ${portal.commune}</span></a>
<p class="now">${
    reader === undefined ? null : html`${reader.greeting}, <a href="${reader.unread.href}">${reader.unread.label}</a> `
  }${today === undefined ? null : html`<time datetime="${today.iso}">${today.label}</time>`}</p>
${reader === undefined ? null : html`<nav class="entries" aria-label="${reader.entriesLabel}"><ul>${reader.entries.map(entry)}</ul></nav>`}
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>${props.help}</footer>
</body>
</html>`
}

const entry = ({ label, icon, to }: Entry): Html =>
  to.kind === "page"
    ? html`<li><a href="${to.href}"${attributes({ "aria-current": to.current ? "page" : null })}>${Icon(icon)}<span>${label}</span></a></li>`
    : html`<li><form method="post" action="${to.action}">${to.hidden.map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`
      )}<button>${Icon(icon)}<span>${label}</span></button></form></li>`
