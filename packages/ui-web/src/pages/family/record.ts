import type { AdultId } from "@portail-famille/core/Adult"
import type { AdultView, FamilyView } from "@portail-famille/core/Family"
import { ownRecord } from "@portail-famille/core/services/Families"
import { firstAdultRows, nameOnly, relationshipName, secondAdultRows } from "@portail-famille/core/words/family"
import { passwordPages } from "@portail-famille/core/words/portal"
import { record } from "@portail-famille/core/words/record"
import { Effect } from "effect"
import { Icon } from "../../components/Icon.ts"
import { Record } from "../../components/Record.ts"
import { type Html, html } from "../../Html.ts"
import { familyPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"

/** The family's record, read like one (S43-S82). */
export const recordPage = familyPage({
  method: "GET",
  path: "/mon-compte",
  handle: Effect.fnUntraced(function* (asked) {
    const view = yield* ownRecord(asked.commune, asked.actor)
    return yield* draw(asked, {
      title: record.title,
      entry: "account",
      main: recordMain(view, asked.actor.adultId)
    })
  })
})

/** One's own record first, all 22 rows; of the others, what one may see of them. */
const recordMain = ({ adults, number }: FamilyView, viewer: AdultId): Html => html`<h1>${record.title}</h1>
<p class="hint">${record.family}</p>
<p><a class="go" href="/mot-de-passe">${Icon("lock")} ${passwordPages.changeTitle}</a></p>
${adults.map((view, i) =>
  view._tag === "Whole" && view.adult.id === viewer
    ? Record({
        title: i === 0 ? record.first : record.own,
        rows: firstAdultRows(view.adult, number),
        empty: record.empty
      })
    : null
)}
${adults.map((view, i) => (view._tag === "Whole" && view.adult.id === viewer ? null : otherAdult(i, view)))}
<p class="hint">${record.changes}</p>`

const titles = [record.first, record.second]

const otherAdult = (position: number, view: AdultView): Html => {
  const title = titles[position] ?? record.other
  if (view._tag === "Whole") return Record({ title, rows: secondAdultRows(view.adult), empty: record.empty })
  return html`${Record({
    title,
    rows: [
      { label: "Nom", value: view.lastName },
      { label: "Prénom", value: view.firstName },
      { label: "Qualité", value: view.relationship === null ? null : relationshipName(view.relationship) }
    ],
    empty: record.empty
  })}
<p class="hint">${nameOnly}</p>`
}
