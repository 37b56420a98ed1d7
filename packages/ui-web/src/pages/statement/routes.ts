import { SchoolYear } from "@portail-famille/core/SchoolYear"
import { ownStatements } from "@portail-famille/core/services/Ledgers"
import { Effect, Schema } from "effect"
import { familyPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { unknownChoice } from "../unknownChoice.ts"
import { statementMain } from "./statementMain.ts"
import { statementViews } from "./statementSection.ts"

/** The statement of a school year, this year's where the address names none (S112-S125). */
const statementPage = familyPage({
  method: "GET",
  path: "/releve",
  handle: Effect.fnUntraced(function* (asked) {
    const year = asked.query.get("annee")
    if (year !== null && !isSchoolYear(year))
      return yield* unknownChoice(
        asked,
        "Cette année scolaire n'existe pas",
        "Dans l'adresse, une année scolaire s'écrit par exemple annee=2014-2015."
      )
    const view = asked.query.get("vue") ?? "tout"
    if (!isView(view))
      return yield* unknownChoice(
        asked,
        "Cette partie du relevé n'existe pas",
        "Choisissez-la dans le relevé de compte."
      )
    const { schoolYear, years, statements } = yield* ownStatements(asked.commune, asked.actor, year)
    return yield* draw(asked, {
      title: `Relevé de compte ${schoolYear}`,
      entry: "statement",
      main: statementMain({ schoolYear, years, view, statements })
    })
  })
})

/** The pages of the statement. */
export const statementPages = [statementPage] as const

const isSchoolYear = Schema.is(SchoolYear)
const isView = Schema.is(Schema.Literals(statementViews))
