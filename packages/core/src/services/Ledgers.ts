/**
 * The place where money is written down: operations per account (commune, payer, régie) and the
 * allocations between them. Statements and figures are read from it and stored nowhere.
 */
import { Context, DateTime, Effect, Schema } from "effect"
import { type Actor, type AdultActor, may } from "../Access.ts"
import type { AdultId } from "../Adult.ts"
import type { CollectionOfficeId } from "../CollectionOffice.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import { ofInstant } from "../Day.ts"
import {
  type Allocation,
  allocate,
  type Ledger,
  type LedgerAccount,
  type NewOperation,
  type Operation,
  type OperationRefused,
  refusal
} from "../Ledger.ts"
import type { Payer } from "../Payer.ts"
import { type SchoolYear, of as schoolYearOf } from "../SchoolYear.ts"
import { type Statement, statement } from "../Statement.ts"
import { NotFound, requireStaff } from "./Families.ts"
import { trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

/** The office has posted that number already, for that kind. */
export class NumberTaken extends Schema.TaggedError<NumberTaken>()("NumberTaken", { number: Schema.Int }) {}

/** An account with its payer and the names of its adults. */
export interface PayerLedger {
  readonly ledger: Ledger
  readonly payer: Payer
  readonly names: ReadonlyArray<string>
}

export class Ledgers extends Context.Service<
  Ledgers,
  {
    /**
     * Posts an operation on its account when the rule takes it, with the allocations it brings.
     * `number` is `null` to take the next of the office and kind: gapless, never reused; an
     * imported number moves the counter on. Of two at once on an account, the second sees the first.
     */
    readonly post: (
      commune: CommuneId,
      operation: NewOperation,
      number: number | null,
      rule: {
        readonly refusal: (ledger: Ledger, operation: NewOperation) => OperationRefused | null
        readonly allocate: (ledger: Ledger, operation: Operation) => ReadonlyArray<Allocation>
      }
    ) => Effect.Effect<Operation, OperationRefused | NumberTaken | NotFound>
    /** Every account with an operation on which an adult is a payer. */
    readonly ofAdult: (commune: CommuneId, adult: AdultId) => Effect.Effect<ReadonlyArray<PayerLedger>>
    /** One account, empty while nothing is posted on it; `undefined` for an unknown payer. */
    readonly of: (commune: CommuneId, account: LedgerAccount) => Effect.Effect<PayerLedger | undefined>
  }
>()("@portail-famille/core/services/Ledgers") {}

/** Posts an invoice, a payment, a credit note or a refund (S141). A number is given for an import only. */
export const postOperation = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  operation: NewOperation,
  number: number | null
) {
  yield* requireStaff(actor, "postMoney", null)
  if (!commune.collectionOffices.some(({ id }) => id === operation.officeId))
    return yield* new NotFound({ what: "office" })
  const ledgers = yield* Ledgers
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(ledgers.post(commune.id, operation, number, { refusal, allocate }), ({ id }) =>
      trace(commune, actor, "operationPosted", [id])
    )
  )
})

/** An adult's statements of a school year, one an account (S112-S123). */
export const ownStatements = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: AdultActor,
  schoolYear: SchoolYear | null
) {
  const accounts = yield* (yield* Ledgers).ofAdult(commune.id, actor.adultId)
  const current = schoolYearOf(ofInstant(yield* DateTime.now, commune.timeZone))
  const seen = accounts.filter(({ payer }) => may(actor, { _tag: "SeeAccount", payer }))
  return {
    schoolYear: schoolYear ?? current,
    years: yearsOf(seen, current),
    statements: statementsOf(commune, seen, schoolYear ?? current)
  }
})

/** The statements of accounts in the order of the commune's régies. */
export const statementsOf = (
  commune: ServedCommune,
  accounts: ReadonlyArray<PayerLedger>,
  schoolYear: SchoolYear
): ReadonlyArray<Statement> =>
  commune.collectionOffices.flatMap((office) =>
    accounts
      .filter(({ ledger }) => ledger.account.officeId === (office.id satisfies CollectionOfficeId))
      .map(({ ledger, names }) => statement(ledger, office, names, schoolYear))
  )

/** The statement of one account, for staff. */
export const readStatement = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  account: LedgerAccount,
  schoolYear: SchoolYear
) {
  yield* requireStaff(actor, "readMoney", null)
  const found = yield* (yield* Ledgers).of(commune.id, account)
  if (found === undefined) return yield* new NotFound({ what: "payer" })
  const [only] = statementsOf(commune, [found], schoolYear)
  return only ?? (yield* new NotFound({ what: "office" }))
})

/** The school years that have an operation, and the current one; newest first. */
const yearsOf = (accounts: ReadonlyArray<PayerLedger>, current: SchoolYear): ReadonlyArray<SchoolYear> =>
  [...new Set([current, ...accounts.flatMap(({ ledger }) => ledger.operations.map(({ day }) => schoolYearOf(day)))])]
    .toSorted()
    .toReversed()
