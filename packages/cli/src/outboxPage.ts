/**
 * The demonstration's outbox: the letters it sent, to follow their links without a mail server.
 */
import { KeptLetters } from "@portail-famille/adapter-node"
import { AssetFiles, html } from "@portail-famille/ui-web"
import { DateTime, Effect } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"

/** `/demonstration/courriels`, newest letter first. */
export const layerOutboxPage = HttpRouter.add(
  "GET",
  "/demonstration/courriels",
  Effect.gen(function* () {
    const letters = yield* (yield* KeptLetters).latest
    const { href } = yield* AssetFiles
    return HttpServerResponse.html(
      html`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Courriels de la démonstration</title>
<link rel="stylesheet" href="${href("theme.css")}">
<main>
<h1>Courriels de la démonstration</h1>
${letters.length === 0 ? html`<p>Aucun courriel n'est parti pour le moment.</p>` : null}
${letters.map(
  ({ to, subject, sentAt, text }) => html`<article>
<h2>${subject}</h2>
<p>À ${to}, ${DateTime.formatIso(sentAt)}</p>
${text.split("\n\n").map((paragraph) => html`<p>${linked(paragraph)}</p>`)}
</article>`
)}
</main>
</html>`.value
    )
  })
)

const linked = (text: string) =>
  text.split(/(https?:\/\/\S+)/).map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : part))
