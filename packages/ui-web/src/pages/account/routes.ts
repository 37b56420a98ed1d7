import { forgottenForm, forgottenPage } from "./forgotten.ts"
import { linkForm, linkPage } from "./link.ts"
import { passwordForm, passwordPage } from "./password.ts"
import { rootPage, signInForm, signInPage } from "./signIn.ts"
import { signOutForm } from "./signOut.ts"

/** Signing in and out, and choosing a password. */
export const accountPages = [
  rootPage,
  signInPage,
  signInForm,
  signOutForm,
  passwordPage,
  passwordForm,
  forgottenPage,
  forgottenForm,
  linkPage,
  linkForm
] as const
