import { demonstrationLogins } from "@portail-famille/example-chenex"
import { Effect } from "effect"
import { expect } from "vitest"
import { type Answer, type Sent, sendTo } from "../../http/test/http.ts"
import type { Ids } from "../../http/test/samples.ts"
import { database } from "./database.ts"
import { chenexFile, demonstration, ran, temporaryFolder } from "./program.ts"

/** The host of the second commune. */
export const valclair = "famille.valclair.test"

/** What a test sends, as a page of the portal would. */
export type Send = (path: string, sent?: Sent) => Promise<Answer>

const idOf = ({ json, status, text }: Answer): number => {
  if (status !== 201) throw new Error(`${status} ${text}`)
  return (json as { readonly id: number }).id
}
const listOf = <A>({ json, status }: Answer): ReadonlyArray<A> => {
  expect(status).toBe(200)
  return json
}
const cookieOf = ({ headers, status }: Answer): string => {
  expect(status).toBeLessThan(300)
  return String(headers["set-cookie"]).split(";", 1)[0] ?? ""
}

/** Staff give an adult a first password; the adult signs in with it. */
const newcomer = async (send: Send, bearer: string, host: string, adultId: number, identifiant: string) => {
  const path = `/api/staff/adults/${adultId}/login`
  const issued = await send(path, { host, bearer, body: { identifiant, handover: "password" } })
  const { secret } = issued.json as { readonly secret: string }
  return cookieOf(await send("/api/session", { host, body: { identifiant, password: secret } }))
}

/** The same, and chooses a password: nothing stands before the adult any more. */
const settled = async (send: Send, bearer: string, host: string, adultId: number, identifiant: string) => {
  const cookie = await newcomer(send, bearer, host, adultId, identifiant)
  const body = { current: null, next: "Tulipe-Grise-77" }
  return cookieOf(await send("/api/password", { host, method: "PUT", cookie, body }))
}

const ada = { title: null, lastName: "VOISIN", firstName: "Ada", relationship: null, maritalStatus: null }
const blank = ["address", "postcode", "city", "homePhone", "workPhone", "mobilePhone", "email", "accountHolder"]
const rest = ["bankName", "occupation", "occupationCategory", "employer", "employerAddress", "benefitScheme"]
const adult = {
  ...ada,
  ...Object.fromEntries([...blank, ...rest].map((field) => [field, null])),
  emailConsent: false,
  smsConsent: false
}

/** A family of the second commune, whose ids are larger than any of the first. */
const elsewhereFamily = async (send: Send, bearer: string) => {
  const post = async (path: string, body: unknown) =>
    idOf(await send(`/api/staff${path}`, { host: valclair, bearer, body }))
  const round = async (number: number) => {
    const familyId = await post("/families", { number: String(number) })
    const adultId = await post(`/families/${familyId}/adults`, adult)
    const child = { firstName: "Zoé", lastName: "VOISIN", birthDay: "2008-02-29" }
    const childId = await post(`/families/${familyId}/children`, child)
    const payerId = await post("/payers", { adults: [adultId] })
    const message = { recipient: adultId, from: "Mairie", subject: "S", body: "B" }
    const messageId = await post("/messages", message)
    const documentId = await post("/documents", { label: "Menu", url: "https://exemple.fr/menu" })
    const scope = { _tag: "Activity", activityId: "mercredi-journee" }
    const closureId = await post("/closures", { scope, from: "2015-06-03", until: "2015-06-03", label: "Travaux" })
    return { familyId, adultId, childId, payerId, messageId, documentId, closureId }
  }
  let ids = await round(1)
  for (let number = 2; number <= 12; number++) ids = await round(number)
  const { adultId, childId, payerId } = ids
  const link = { relationship: "mother", authority: "full", mayBook: true }
  const path = `/api/staff/children/${childId}/adults/${adultId}`
  expect((await send(path, { host: valclair, bearer, method: "PUT", body: link })).status).toBe(204)
  const activities = ["restauration", "garderie-1", "garderie-matin", "garderie-2"]
  for (const activityId of activities)
    await post(`/children/${childId}/enrolments`, {
      activityId,
      payerId,
      from: "2014-09-01",
      until: null,
      contract: null
    })
  const cookie = await settled(send, bearer, valclair, adultId, "voisin.ada")
  const schoolDays = Array.from({ length: 26 }, (_, i) => new Date(Date.UTC(2015, 5, 1 + i)))
    .filter((day) => [1, 2, 4, 5].includes(day.getUTCDay()))
    .map((day) => day.toISOString().slice(0, 10))
  const slots = activities.flatMap((activityId) => schoolDays.map((day) => ({ activityId, day })))
  const asked = await send(`/api/children/${childId}/bookings`, { host: valclair, cookie, body: { slots } })
  expect(asked.status).toBe(201)
  const requestId = (asked.json as ReadonlyArray<{ readonly id: number }>).at(-1)?.id ?? 0
  const own: Ids = { ...ids, requestId }
  return { own, cookie }
}

/** The demonstration of 4 May 2015 beside a second commune, on the tests' PostgreSQL. */
export const twoCommunes = async () => {
  const folder = await temporaryFolder()
  const { adminUrl, urls } = await database()
  const { origin } = await demonstration(folder, { ...urls, PORTAIL_NOW: "2015-05-04" })
  const sendFrom = sendTo(Number(new URL(origin).port), "localhost")
  const send: Send = (path, sent) => Effect.runPromise(sendFrom(path, sent))
  const command = async (...args: ReadonlyArray<string>) => {
    const { code, err, out } = await ran(args, urls, folder)
    expect({ args, code, err }).toEqual({ args, code: 0, err: "" })
    return out
  }
  await command(
    "commune",
    "import",
    await chenexFile(folder, { slug: "valclair", name: "VALCLAIR", hosts: [valclair] })
  )
  const token = async (commune: string, roles: string) => {
    const out = await command("staff", "make", "--commune", commune, "--name", roles, "--roles", roles)
    return out.split("\n", 1)[0] ?? ""
  }
  const tokens = {
    admin: await token("chenex", "admin"),
    agent: await token("chenex", "agent"),
    regisseur: await token("chenex", "regisseur"),
    reader: await token("chenex", "reader"),
    elsewhere: await token("valclair", "agent,admin,regisseur")
  }
  const { claire, helene } = demonstrationLogins
  const signedIn = async ({ identifiant, password }: { readonly identifiant: string; readonly password: string }) =>
    cookieOf(await send("/api/session", { body: { identifiant, password } }))
  const cookie = await signedIn(claire)

  const asStaff = (path: string, body?: unknown) =>
    send(`/api/staff${path}`, { bearer: body === undefined ? tokens.reader : tokens.admin, body })
  const families = listOf<{ readonly id: number; readonly names: ReadonlyArray<string> }>(await asStaff("/families"))
  const familyId = families.find(({ names }) => names.includes("Claire MARTIN"))?.id ?? 0
  const file = (await asStaff(`/families/${familyId}`)).json as {
    readonly adults: ReadonlyArray<{ readonly adult: { readonly id: number; readonly firstName: string } }>
  }
  const [child] = listOf<{ readonly id: number }>(await send("/api/children", { cookie }))
  const requests = (await send("/api/requests", { cookie })).json as {
    readonly open: ReadonlyArray<{
      readonly request: { readonly id: number; readonly subject: { readonly childId: number } }
    }>
  }
  const childId = child?.id ?? 0
  const first = async (path: string, by: Sent) => listOf<{ readonly id: number }>(await send(path, by))[0]?.id ?? 0
  const own: Ids = {
    familyId,
    adultId: file.adults.find(({ adult: { firstName } }) => firstName === "Claire")?.adult.id ?? 0,
    childId,
    requestId: requests.open.find(({ request }) => request.subject.childId === childId)?.request.id ?? 0,
    messageId: await first("/api/messages", { cookie }),
    payerId: await first(`/api/staff/families/${familyId}/payers`, { bearer: tokens.reader }),
    closureId: await first("/api/staff/closures?from=2015-01-01&to=2015-12-31", { bearer: tokens.reader }),
    documentId: await first("/api/documents", { cookie })
  }
  for (const [name, id] of Object.entries(own)) if (id === 0) throw new Error(`The demonstration has no ${name}`)

  const other = idOf(await asStaff(`/families/${familyId}/adults`, adult))
  const link = { relationship: "mother", authority: "none", mayBook: false }
  const linked = { method: "PUT", bearer: tokens.admin, body: link }
  expect((await send(`/api/staff/children/${childId}/adults/${other}`, linked)).status).toBe(204)
  const newAdult = idOf(await asStaff(`/families/${familyId}/adults`, adult))

  const elsewhere = await elsewhereFamily(send, tokens.elsewhere)
  return {
    send,
    adminUrl,
    origin,
    tokens,
    /** The family of Claire MARTIN. */
    own,
    elsewhere: elsewhere.own,
    cookies: {
      adult: cookie,
      stranger: await signedIn(helene),
      withoutAuthority: await settled(send, tokens.admin, "localhost", other, "voisin.ada"),
      newcomer: await newcomer(send, tokens.admin, "localhost", newAdult, "voisin.nouvelle"),
      elsewhere: elsewhere.cookie
    }
  }
}
