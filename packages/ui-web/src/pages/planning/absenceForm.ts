import { AbsenceReason } from "@portail-famille/core/Absence"
import { reasonChoices } from "@portail-famille/core/words/absences"
import { Option, Schema } from "effect"
import type { AbsenceFault, AbsenceTyped } from "./absenceMain.ts"

/** What a posted absence says: its reason, or everything that is wrong with it at once (S110). */
export type AbsenceSaid =
  | { readonly _tag: "Reason"; readonly reason: AbsenceReason }
  | { readonly _tag: "Faults"; readonly typed: AbsenceTyped; readonly faults: ReadonlyArray<AbsenceFault> }

/** Reads the fields `motif`, `precision` and `confirme`. */
export const readAbsence = (form: URLSearchParams): AbsenceSaid => {
  const typed: AbsenceTyped = {
    reason: form.get("motif") ?? "",
    text: (form.get("precision") ?? "").trim(),
    confirmed: form.get("confirme") === "oui"
  }
  const reason = Option.getOrUndefined(
    decode(typed.reason === "Other" ? { _tag: "Other", text: typed.text } : { _tag: typed.reason })
  )
  const faults = [...reasonFaults(typed, reason), ...(typed.confirmed ? [] : [unconfirmed])]
  return reason === undefined || faults.length > 0 ? { _tag: "Faults", typed, faults } : { _tag: "Reason", reason }
}

const decode = Schema.decodeUnknownOption(AbsenceReason)
const control = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

const unconfirmed: AbsenceFault = { field: "confirme", message: "Cochez la case pour confirmer l'absence." }

const reasonFaults = (
  { reason, text }: AbsenceTyped,
  decoded: AbsenceReason | undefined
): ReadonlyArray<AbsenceFault> => {
  if (!reasonChoices.some(({ tag }) => tag === reason))
    return [{ field: "motif", message: "Choisissez le motif de l'absence." }]
  if (reason !== "Other") return []
  if (text === "") return [{ field: "precision", message: "Dites en quelques mots quelle est cette autre raison." }]
  if (control.test(text))
    return [{ field: "precision", message: "La précision contient des caractères invisibles. Tapez-la de nouveau." }]
  return decoded === undefined
    ? [{ field: "precision", message: "La précision est trop longue\u00a0: 300 caractères au plus." }]
    : []
}
