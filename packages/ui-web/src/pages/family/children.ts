import type { AdultId } from "@portail-famille/core/Adult"
import { booksForChild } from "@portail-famille/core/Child"
import { type Day, yearMonth } from "@portail-famille/core/Day"
import { childrenOf, type FamilyFile } from "@portail-famille/core/Family"
import { ownFile } from "@portail-famille/core/services/Families"
import { bornOn, record } from "@portail-famille/core/words/record"
import { Effect } from "effect"
import { Empty } from "../../components/Empty.ts"
import { Icon } from "../../components/Icon.ts"
import { type Html, html } from "../../Html.ts"
import { familyPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { planningPath } from "../planning/planningMain.ts"

/** The children of the file that the adult sees, each with the way to its planning. */
export const childrenPage = familyPage({
  method: "GET",
  path: "/mes-enfants",
  handle: Effect.fnUntraced(function* (asked) {
    const file = yield* ownFile(asked.commune, asked.actor)
    return yield* draw(asked, {
      title: record.children,
      entry: "children",
      main: childrenMain(file, asked.actor.adultId, asked.today)
    })
  })
})

/** The list of children. */
export const childrenMain = (file: FamilyFile, viewer: AdultId, today: Day): Html => {
  const children = childrenOf(file, viewer)
  const mayBook = (childId: number): boolean =>
    booksForChild(file.links.find((link) => link.childId === childId && link.adultId === viewer))
  return html`<h1>${record.children}</h1>
${
  children.length === 0
    ? Empty({ icon: "children", title: record.noChild, text: record.childrenCome })
    : html`<div class="blocks">${children.map(
        ({
          id,
          firstName,
          lastName,
          birthDay
        }) => html`<section class="record"><header><h2>${firstName} ${lastName}</h2></header>
<p>${bornOn(birthDay)}</p>
${mayBook(id) ? null : html`<p class="hint">${record.readOnly}</p>`}
<p><a class="go" href="${planningPath(id, yearMonth(today))}">${Icon("calendar")} ${record.planning}</a></p></section>`
      )}</div>`
}`
}
