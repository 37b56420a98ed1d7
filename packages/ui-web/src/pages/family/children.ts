import { type Day, yearMonth } from "@portail-famille/core/Day"
import type { OwnChild } from "@portail-famille/core/Family"
import { listChildren } from "@portail-famille/core/services/Families"
import { bornOn, planningOf, record } from "@portail-famille/core/words/record"
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
    const children = yield* listChildren(asked.commune, asked.actor)
    return yield* draw(asked, {
      title: record.children,
      entry: "children",
      main: childrenMain(children, asked.today)
    })
  })
})

/** The list of children. */
const childrenMain = (children: ReadonlyArray<OwnChild>, today: Day): Html =>
  html`<h1>${record.children}</h1>
${
  children.length === 0
    ? Empty({ icon: "children", title: record.noChild, text: record.childrenCome })
    : html`<div class="blocks">${children.map(
        ({
          id,
          firstName,
          lastName,
          birthDay,
          mayBook
        }) => html`<section class="record"><header><h2>${firstName} ${lastName}</h2></header>
<p>${bornOn(birthDay)}</p>
${mayBook ? null : html`<p class="hint">${record.readOnly}</p>`}
<p><a class="go" href="${planningPath(id, yearMonth(today))}">${Icon("calendar")} ${planningOf(firstName)}</a></p></section>`
      )}</div>`
}`
