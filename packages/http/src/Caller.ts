/**
 * Who may call an endpoint. Every endpoint carries it: the documentation shows it, and a test walks
 * over all endpoints with everybody else.
 */
import type { Access } from "@portail-famille/core"
import { Context } from "effect"

/** Anyone, a family's adult (`anyStage`: before the password of staff is changed, too), or staff who may do the act. */
export type Caller =
  | { readonly _tag: "Public" }
  | { readonly _tag: "Family"; readonly anyStage: boolean }
  | { readonly _tag: "Staff"; readonly act: Access.StaffAct }

/** The annotation of an endpoint; `undefined` where someone forgot it. */
export const MayCall: Context.Reference<Caller | undefined> = Context.Reference<Caller | undefined>(
  "@portail-famille/http/MayCall",
  { defaultValue: () => undefined }
)

/** Anyone may call. */
export const anyone: Caller = { _tag: "Public" }

/** An adult who is signed in and has a password of their own. */
export const family: Caller = { _tag: "Family", anyStage: false }

/** An adult who is signed in, even with the password of staff (S13). */
export const familyAtAnyStage: Caller = { _tag: "Family", anyStage: true }

/** A member of staff who may do that. */
export const staff = (act: Access.StaffAct): Caller => ({ _tag: "Staff", act })
