import { expectedProof } from "@portail-famille/core/Absence"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { ofInstant } from "@portail-famille/core/Day"
import type { Request, RequestType } from "@portail-famille/core/Request"
import type { OwnRequestLine } from "@portail-famille/core/services/Requests"
import { expectedCertificate, outcomeSentence } from "@portail-famille/core/words/absences"
import { longDate } from "@portail-famille/core/words/dates"
import { actionName } from "@portail-famille/core/words/planning"
import { none, stateName, subjectLine, typeChoices } from "@portail-famille/core/words/requests"
import { Empty } from "../../components/Empty.ts"
import { Filter } from "../../components/Filter.ts"
import { Notice } from "../../components/Notice.ts"
import { RequestItem, type RequestItemProps } from "../../components/RequestItem.ts"
import { keyInput } from "../../Form.ts"
import { type Html, html } from "../../Html.ts"
import { activityLabel } from "../planning/absenceMain.ts"

/** What the list of requests is drawn from. */
export interface RequestsPage {
  readonly commune: ServedCommune
  readonly type: RequestType | null
  readonly open: ReadonlyArray<OwnRequestLine>
  readonly closed: ReadonlyArray<OwnRequestLine>
  /** The key of the withdrawal of each open request, drawn for this page. */
  readonly keyOf: (request: Request) => string
  readonly outcome?: Html | null | undefined
}

/** Where the list stands, by type. */
export const requestsPath = (type: RequestType | null): string =>
  type === null ? "/demandes" : `/demandes?type=${type}`

/** The family's requests: those that wait first, then those of less than a month (S130-S138). */
export const requestsMain = (page: RequestsPage): Html => html`<h1>Liste des demandes</h1>
${page.outcome}
${Filter({
  label: "Type de demande",
  choices: typeChoices.map(({ type, label }) => ({ href: requestsPath(type), label, current: type === page.type }))
})}
${
  page.open.length + page.closed.length === 0
    ? Empty({
        icon: "requests",
        title: page.type === null ? "Aucune demande" : "Aucune demande de ce type",
        text: none,
        action: { href: "/mes-enfants", label: "Ouvrir le planning d'un enfant" }
      })
    : html`<section><h2>En attente de réponse</h2>
${page.open.length === 0 ? html`<p class="hint">Rien n'attend de réponse.</p>` : page.open.map((line) => item(page, line))}</section>
<section><h2>Depuis moins d'un mois</h2>
${page.closed.length === 0 ? html`<p class="hint">Aucune réponse ce dernier mois.</p>` : page.closed.map((line) => item(page, line))}</section>`
}`

const statuses: { readonly [Tag in Request["state"]["_tag"]]: RequestItemProps["status"] } = {
  Waiting: "waiting",
  Waitlisted: "waitlisted",
  Accepted: "accepted",
  Refused: "refused",
  Withdrawn: "withdrawn"
}

const item = (page: RequestsPage, { request, child, mayWithdraw }: OwnRequestLine): Html => {
  const { commune } = page
  const { subject, state } = request
  return RequestItem({
    status: statuses[state._tag],
    statusLabel: stateName(state._tag),
    title: `${child.firstName}\u00a0: ${subjectLine(subject, activityLabel(commune, subject.activityId))}`,
    steps: steps(commune, request),
    actions: html`${certificate(commune, request)}${mayWithdraw ? withdrawal(page, request) : null}`
  })
}

const steps = (commune: ServedCommune, { askedAt, state }: Request): RequestItemProps["steps"] => {
  const on = (at: Request["askedAt"]) => {
    const day = ofInstant(at, commune.timeZone)
    return { iso: day, when: longDate(day) }
  }
  const asked = { ...on(askedAt), what: "Demande envoyée" }
  switch (state._tag) {
    case "Waiting":
      return [asked]
    case "Waitlisted":
      return [
        asked,
        { ...on(state.at), what: "Mise sur liste d'attente\u00a0: la mairie répond si une place se libère." }
      ]
    case "Accepted":
      return [
        asked,
        {
          ...on(state.at),
          what: "Acceptée par la mairie",
          detail: state.outcome === null ? undefined : outcomeSentence(state.outcome)
        }
      ]
    case "Refused":
      return [asked, { ...on(state.at), what: "Refusée par la mairie. Motif\u00a0:", detail: state.reason }]
    case "Withdrawn":
      return [asked, { ...on(state.at), what: "Retirée par la famille" }]
  }
}

/** The certificate that an absence still needs; a request that is refused or withdrawn needs none (S111). */
const certificate = ({ certificateDays }: ServedCommune, { subject, state }: Request): Html | null => {
  if (subject._tag !== "Absence" || state._tag === "Refused" || state._tag === "Withdrawn") return null
  const proof = expectedProof(subject.reason, subject.day, certificateDays)
  return proof === null ? null : Notice({ tone: "warning", title: expectedCertificate(proof) })
}

const withdrawal = ({ type, keyOf }: RequestsPage, request: Request): Html =>
  html`<form method="post" action="/demandes/${request.id}/retrait">
${keyInput(keyOf(request))}
${type === null ? null : html`<input type="hidden" name="type" value="${type}">`}
<button class="second">${actionName("withdraw")}</button>
</form>`
