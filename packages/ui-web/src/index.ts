/** The portal's face: pages rendered on the server, and the files that browsers load beside them. */
export * as Assets from "./Assets.ts"
export { type Html, html } from "./Html.ts"
