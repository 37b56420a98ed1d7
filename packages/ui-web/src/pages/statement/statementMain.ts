import type { SchoolYear } from "@portail-famille/core/SchoolYear"
import type { Statement } from "@portail-famille/core/Statement"
import { Empty } from "../../components/Empty.ts"
import { Field } from "../../components/Field.ts"
import { Filter } from "../../components/Filter.ts"
import { type Html, html } from "../../Html.ts"
import { type StatementView, statementSection, statementViews } from "./statementSection.ts"

/** What the page of the statement is drawn from. */
export interface StatementPage {
  readonly schoolYear: SchoolYear
  readonly years: ReadonlyArray<SchoolYear>
  readonly view: StatementView
  readonly statements: ReadonlyArray<Statement>
}

const labels: { readonly [View in StatementView]: string } = {
  tout: "Toutes les opérations",
  factures: "Mes factures",
  reglements: "Mes règlements"
}

const pathOf = (schoolYear: SchoolYear, view: StatementView): string =>
  `/releve?annee=${schoolYear}${view === "tout" ? "" : `&vue=${view}`}`

/** The statement of a school year, account by account (S112-S125). */
export const statementMain = ({
  schoolYear,
  years,
  view,
  statements
}: StatementPage): Html => html`<h1>Relevé de compte</h1>
<form class="inline" method="get" action="/releve">
${Field({
  id: "annee",
  name: "annee",
  label: "Année scolaire",
  value: schoolYear,
  control: {
    kind: "select",
    options: [...new Set([schoolYear, ...years])]
      .toSorted()
      .toReversed()
      .map((year) => ({ value: year, label: year }))
  }
})}
${view === "tout" ? null : html`<input type="hidden" name="vue" value="${view}">`}
<button class="second">Afficher</button>
</form>
${Filter({
  label: "Opérations affichées",
  choices: statementViews.map((other) => ({
    href: pathOf(schoolYear, other),
    label: labels[other],
    current: other === view
  }))
})}
${
  statements.length === 0
    ? Empty({
        icon: "wallet",
        title: "Aucune opération",
        text: "Vos factures et vos règlements s'afficheront ici, par année scolaire."
      })
    : statements.map((statement) => statementSection(statement, view))
}`
