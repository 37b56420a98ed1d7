/** A ledger, from the JSON of the function `payer_ledger`. */
import type { AdultId } from "@portail-famille/core/Adult"
import type { CollectionOfficeId } from "@portail-famille/core/CollectionOffice"
import type { Day } from "@portail-famille/core/Day"
import { fullName } from "@portail-famille/core/Family"
import type { LedgerAccount, NewOperation, Operation, OperationId, PaymentMethod } from "@portail-famille/core/Ledger"
import type { Cents } from "@portail-famille/core/Money"
import type { Payer, PayerId } from "@portail-famille/core/Payer"
import type { PayerLedger } from "@portail-famille/core/services/Ledgers"

type OperationJson = readonly [
  id: number,
  number: number,
  kind: Operation["kind"]["_tag"],
  day: string,
  amount: number,
  from: string | null,
  until: string | null,
  dueOn: string | null,
  method: PaymentMethod | null
]

/** What `payer_ledger` gives; amounts in cents. */
export interface LedgerJson {
  readonly payerId: number
  readonly officeId: string
  readonly adults: ReadonlyArray<readonly [id: number, firstName: string, lastName: string]>
  readonly operations: ReadonlyArray<OperationJson>
  readonly allocations: ReadonlyArray<readonly [credit: number, invoice: number, amount: number]>
}

/** The columns of an operation. */
export const operationColumns = ({ amount, day, kind, officeId, payerId }: NewOperation) => ({
  payer_id: payerId,
  office_id: officeId,
  kind: kind._tag,
  day,
  amount,
  from_day: kind._tag === "Invoice" ? kind.from : null,
  until_day: kind._tag === "Invoice" ? kind.until : null,
  due_on: kind._tag === "Invoice" ? kind.dueOn : null,
  method: kind._tag === "Payment" ? kind.method : null
})

/** The ledger with its payer. */
export const ledgerOf = (json: LedgerJson): PayerLedger => {
  const account: LedgerAccount = {
    payerId: json.payerId as PayerId,
    officeId: json.officeId as CollectionOfficeId
  }
  return {
    ledger: {
      account,
      operations: json.operations.map((operation) => operationOf(account, operation)),
      allocations: json.allocations.map(([credit, invoice, amount]) => ({
        credit: credit as OperationId,
        invoice: invoice as OperationId,
        amount: amount as Cents
      }))
    },
    payer: {
      id: account.payerId,
      adults: json.adults.map(([id]) => id as AdultId) as ReadonlyArray<AdultId> as Payer["adults"]
    },
    names: json.adults.map(([, firstName, lastName]) => fullName({ firstName, lastName }))
  }
}

const operationOf = (account: LedgerAccount, row: OperationJson): Operation => {
  const [id, number, , day, amount] = row
  return { id: id as OperationId, number, ...account, kind: kindOf(row), day: day as Day, amount: amount as Cents }
}

const kindOf = ([, , tag, , , from, until, dueOn, method]: OperationJson): Operation["kind"] => {
  switch (tag) {
    case "Invoice":
      return { _tag: tag, from: from as Day, until: until as Day, dueOn: dueOn as Day }
    case "Payment":
      return { _tag: tag, method: method as PaymentMethod }
    default:
      return { _tag: tag }
  }
}
