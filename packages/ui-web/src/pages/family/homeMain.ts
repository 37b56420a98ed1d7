import type { Adult } from "@portail-famille/core/Adult"
import type { Day } from "@portail-famille/core/Day"
import type { Document } from "@portail-famille/core/Document"
import type { FamilyNumber } from "@portail-famille/core/Family"
import type { Cents } from "@portail-famille/core/Money"
import { numberOf } from "@portail-famille/core/Statement"
import type { Visitor } from "@portail-famille/core/services/Accounts"
import type { HomeAccount } from "@portail-famille/core/services/Homes"
import { longDateInSentence, shortDate } from "@portail-famille/core/words/dates"
import { firstAdultRows, type RecordRow } from "@portail-famille/core/words/family"
import {
  positionHelp,
  positionSentences,
  treasury,
  unpaidColumns,
  unpaidTotal
} from "@portail-famille/core/words/ledger"
import { euros } from "@portail-famille/core/words/money"
import { asOf, newMessages, passwordPages, home as words } from "@portail-famille/core/words/portal"
import { record } from "@portail-famille/core/words/record"
import { dueLine, invoicesToPay } from "@portail-famille/core/words/toDo"
import { Icon } from "../../components/Icon.ts"
import { Notice } from "../../components/Notice.ts"
import { Record } from "../../components/Record.ts"
import { Table } from "../../components/Table.ts"
import { type Html, html } from "../../Html.ts"

/** What the home page is drawn from. */
export interface HomePage {
  readonly visitor: Pick<Visitor, "unread">
  readonly today: Day
  readonly familyNumber: FamilyNumber
  readonly self: Adult
  readonly banner: string
  readonly documents: ReadonlyArray<Document>
  readonly accounts: ReadonlyArray<HomeAccount>
  readonly unpaidTotal: Cents
  /** What was done just before. */
  readonly done?: string | undefined
}

/** The home page: what is to be done first, then the guide's blocks (S25-S42). */
export const homeMain = (home: HomePage): Html => html`<h1>${words.title}</h1>
${home.done === undefined ? null : Notice({ tone: "success", title: home.done, announce: true })}
${toDo(home)}
${home.banner === "" ? null : Notice({ tone: "info", title: home.banner })}
<div class="blocks">
${responsible(home)}
${operations(home)}
</div>
<section id="factures-impayees"><h2>${words.account}</h2>
<h3>${words.unpaid}</h3>
${unpaid(home)}</section>
<section><h2>${words.documents}</h2>
${home.documents.length === 0 ? null : links(home.documents)}
<p><a class="go" href="/infos-documents">${Icon("info")} ${words.documents}</a></p></section>`

/** The links that the commune published (S39-S41). */
export const links = (documents: ReadonlyArray<Document>): Html =>
  html`<ul class="links">${documents.map(({ label, url }) => html`<li><a href="${url}">${Icon("document")} ${label}</a></li>`)}</ul>`

const unpaidOf = ({ accounts }: HomePage) =>
  accounts
    .flatMap(({ office, unpaid }) => unpaid.map(({ invoice, due }) => ({ office, invoice, due })))
    .toSorted((a, b) => (a.invoice.kind.dueOn < b.invoice.kind.dueOn ? -1 : 1))

const toDo = (home: HomePage): Html => {
  const invoices = unpaidOf(home)
  const { unread } = home.visitor
  const [first] = invoices
  return html`<section class="todo"><h2>${words.toDo}</h2>
${
  first === undefined && unread === 0
    ? html`<p>${Icon("check")} ${words.nothingToDo}</p>`
    : html`<ul>${
        first === undefined
          ? null
          : html`<li><a class="go" href="#factures-impayees">${Icon("wallet")} ${invoicesToPay(invoices.length, home.unpaidTotal)}</a><small>${dueLine(first.invoice.kind.dueOn, home.today)}</small></li>`
      }${unread === 0 ? null : html`<li><a class="go" href="/messages">${Icon("inbox")} ${newMessages(unread)}</a></li>`}</ul>`
}</section>`
}

const inBlock: ReadonlyArray<RecordRow["field"]> = ["title", "familyNumber", "lastName", "firstName"]

const responsible = ({ self, familyNumber }: HomePage): Html => html`<div>${Record({
  title: words.adult,
  rows: firstAdultRows(self, familyNumber).filter(({ field }) => inBlock.includes(field)),
  empty: record.empty
})}
<p><a class="go" href="/mot-de-passe">${Icon("lock")} ${passwordPages.changeTitle}</a></p></div>`

const operations = ({
  accounts,
  today
}: HomePage): Html => html`<section class="record"><header><h2>${words.operations}</h2></header>
<p class="hint">${asOf(today)}</p>
${accounts.length === 0 ? html`<p>${words.noAccount}</p>` : accounts.map(account)}
${accounts.some(({ position }) => position !== null) ? html`<p class="hint">${positionHelp}</p>` : null}
</section>`

const account = ({ office, position }: HomeAccount): Html => {
  if (position === null)
    return html`<h3>${office.label}</h3><p>${treasury(office.collector._tag === "Treasury" ? office.collector.name : office.label)}</p>`
  const { due, advance } = positionSentences(position)
  return html`<h3>${office.label}</h3><p><b>${advance}</b><br>${due}</p>`
}

const unpaid = (home: HomePage): Html => {
  const invoices = unpaidOf(home)
  if (invoices.length === 0) return html`<p>${words.noInvoice}</p>`
  return html`${Table({
    caption: `${words.unpaidIntro} ${longDateInSentence(home.today)}`,
    columns: unpaidColumns.map((label, i) => ({ label, numeric: i === 3 })),
    rows: invoices.map(({ office, invoice, due }) => [
      numberOf(office, invoice),
      shortDate(invoice.day),
      shortDate(invoice.kind.dueOn),
      euros(due)
    ]),
    totals: [{ label: unpaidTotal(invoices.length), figures: [euros(home.unpaidTotal)] }]
  })}
<p><a class="go" href="/releve">${Icon("statement")} Relevé de compte</a></p>`
}
