/** The portal's face: pages rendered on the server, and the files that browsers load beside them. */
export { AssetFiles } from "./AssetFiles.ts"
export * as Assets from "./Assets.ts"
export { type Html, html } from "./Html.ts"
export type { Page, PageCaller } from "./Page.ts"
export * as Pages from "./Pages.ts"
export { problemPage } from "./ProblemPage.ts"
