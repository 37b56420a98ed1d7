import { isDebit, type Operation } from "@portail-famille/core/Ledger"
import * as Money from "@portail-famille/core/Money"
import { numberOf, type Statement } from "@portail-famille/core/Statement"
import { shortDate } from "@portail-famille/core/words/dates"
import {
  operationName,
  positionHelp,
  positionSentences,
  statementColumns,
  statementLines,
  treasury
} from "@portail-famille/core/words/ledger"
import { euros } from "@portail-famille/core/words/money"
import { Notice } from "../../components/Notice.ts"
import { Table, type TableProps } from "../../components/Table.ts"
import { type Child, type Html, html } from "../../Html.ts"

/** Which operations are shown: all of them, "Mes factures" (S114), "Mes règlements" (S115). */
export const statementViews = ["tout", "factures", "reglements"] as const
export type StatementView = (typeof statementViews)[number]

/** One account of the statement: where it stands first, then its operations, newest first (S116-S125). */
export const statementSection = (statement: Statement, view: StatementView): Html => {
  const { office, payers } = statement
  return html`<section class="account">
<h2>${office.label}</h2>
<p class="hint">${payers.length > 1 ? "Payeurs" : "Payeur"}\u00a0: ${payers.join(", ")}</p>
${position(statement)}
${Table({
  caption: `Relevé des opérations ${statement.schoolYear}`,
  columns: statementColumns.map((label, i) => ({ label, numeric: i >= 4 })),
  rows: statement.operations.filter(shows(view)).map((operation) => row(statement, operation)),
  totals: view === "tout" ? totals(statement) : []
})}
</section>`
}

/** What is due and the advance, said which is which (S36); nothing that the portal cannot know (S125). */
const position = ({ office, position: known }: Statement): Html => {
  if (known === null) {
    const name = office.collector._tag === "Treasury" ? office.collector.name : office.label
    return Notice({ tone: "warning", title: treasury(name) })
  }
  const { due, advance } = positionSentences(known)
  return Notice({
    tone: known.unpaid > 0 ? "warning" : "success",
    title: due,
    body: html`<p>${advance} <small>${positionHelp}</small></p>`
  })
}

const shows =
  (view: StatementView) =>
  ({ kind }: Operation): boolean =>
    view === "tout" || (view === "factures") === (kind._tag === "Invoice")

const row = ({ office }: Statement, operation: Operation): ReadonlyArray<Child> => [
  numberOf(office, operation),
  shortDate(operation.day),
  operationName(operation.kind),
  office.label,
  ...columns(isDebit(operation) ? Money.negate(operation.amount) : operation.amount)
]

/** The opening and the two totals, which exclude it (S121, S122); a Treasury's are not known. */
const totals = ({ opening, debits, credits, position: known }: Statement): NonNullable<TableProps["totals"]> =>
  known === null
    ? []
    : [
        { label: statementLines.opening, figures: columns(opening) },
        { label: statementLines.totals, figures: [euros(debits), euros(credits)] }
      ]

/** A debit stands in the first column without its sign, a credit in the second; zero stands among the debits (S121). */
const columns = (amount: Money.Cents): readonly [Child, Child] =>
  amount > 0 ? [null, euros(amount)] : [euros(Money.negate(amount)), null]
