import { listDocuments } from "@portail-famille/core/services/Documents"
import { home } from "@portail-famille/core/words/portal"
import { Effect } from "effect"
import { Empty } from "../../components/Empty.ts"
import { html } from "../../Html.ts"
import { familyPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { links } from "./homeMain.ts"

/** What the commune published for every family (S39-S41). */
export const documentsPage = familyPage({
  method: "GET",
  path: "/infos-documents",
  handle: Effect.fnUntraced(function* (asked) {
    const documents = yield* listDocuments(asked.commune)
    const main = html`<h1>${home.documents}</h1>
${
  documents.length === 0
    ? Empty({ icon: "document", title: home.noDocument, text: home.documentsCome })
    : html`<p>${home.documentsIntro}</p>${links(documents)}`
}`
    return yield* draw(asked, { title: home.documents, entry: "home", main })
  })
})
