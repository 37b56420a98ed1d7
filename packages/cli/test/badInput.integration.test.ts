import { createHash } from "node:crypto"
import { Access } from "@portail-famille/core"
import { Effect, Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { connectedTo } from "../../adapter-pg/test/database.ts"
import { type Endpoint, endpoints } from "../../http/test/endpoints.ts"
import type { Answer, Sent } from "../../http/test/http.ts"
import { callOf } from "./chenexSamples.ts"
import { eventually } from "./program.ts"
import { twoCommunes } from "./twoCommunes.ts"

type World = Awaited<ReturnType<typeof twoCommunes>>

/** The digest of a table without rows. */
const ofNothing = createHash("md5").digest("hex")

/** A digest of each table but those that count tries and visits. */
const contents = (adminUrl: string) =>
  Effect.runPromise(
    connectedTo(Redacted.make(adminUrl), (sql) =>
      Effect.gen(function* () {
        const tables = yield* sql<{ name: string }>`SELECT table_name AS name FROM information_schema.tables
          WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('session', 'throttle')`
        const digests: Record<string, string> = {}
        for (const { name } of tables) {
          const rows = yield* sql<{ digest: string }>`
            SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${sql(name)} t`
          digests[name] = rows[0]?.digest ?? ""
        }
        return digests
      })
    )
  )

const roles = ["admin", "agent", "regisseur"] as const

/** How the endpoint is called by someone who may. */
const callerOf = ({ cookies, tokens }: World, { caller }: Endpoint): Sent => {
  if (caller?._tag !== "Staff") return caller?._tag === "Family" ? { cookie: cookies.adult } : {}
  const may = (role: (typeof roles)[number]) =>
    Access.mayStaff(
      { _tag: "Staff", staffId: 1 as Access.StaffId, name: "A", roles: [role], facilities: null },
      caller.act,
      null
    )
  return { bearer: tokens[roles.find(may) ?? "admin"] }
}

/** The value with another in one of its places, for each place that `as` knows. */
const mutated = (value: unknown, as: (leaf: unknown) => ReadonlyArray<unknown>): ReadonlyArray<unknown> => {
  if (value === null || typeof value !== "object") return as(value)
  const whole = as(value)
  const inside = Object.entries(value).flatMap(([key, part]) =>
    mutated(part, as).map((other) =>
      Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other }
    )
  )
  return [...whole, ...inside]
}

const day = /^\d{4}-\d\d-\d\d$/

/** What no field takes in the place of that value. */
const unfit = (value: unknown): ReadonlyArray<unknown> => {
  switch (typeof value) {
    case "string":
      return [day.test(value) ? "2015-02-31" : `${value}\u0000`, `a\u0007${value}`, 12, { de: "trop" }]
    case "number":
      return ["douze", 1.5, -1, 1e300]
    case "boolean":
      return ["oui", 3]
    default:
      return value === null ? [] : Array.isArray(value) ? ["liste", {}] : ["objet", [], { ...value, inconnu: 1 }]
  }
}

const english = /\b(expected|missing|invalid|must|unexpected|required|error|string|number|failed)\b/i

/** A refusal that says in French what is wrong, and where where that is a field. */
const expectTold = (what: string, { headers, json, status, text }: Answer, statuses: ReadonlyArray<number>) => {
  expect([what, statuses.includes(status), status]).toEqual([what, true, status])
  expect(headers["content-type"]).toBe("application/problem+json")
  const { detail, errors, title } = json as {
    readonly title: string
    readonly detail: string
    readonly errors?: ReadonlyArray<{ readonly message: string }>
  }
  for (const sentence of [title, detail, ...(errors ?? []).map(({ message }) => message)]) {
    expect([what, sentence]).toEqual([what, expect.stringMatching(/^[A-ZÀÉ]/)])
    expect([what, sentence]).toEqual([what, expect.not.stringMatching(english)])
  }
  if (status === 400 && title !== "Données illisibles") expect([what, errors?.length]).not.toEqual([what, 0])
  expect(text).not.toMatch(/\bat .+:\d+:\d+/)
}

const large = "é".repeat(500_000)

/** Every endpoint that takes a body, each of its fields wrong in turn. */
const bodiesOfApi = async (world: World) => {
  for (const endpoint of endpoints) {
    const { path, sent } = callOf(endpoint, world.own)
    if (sent.body === undefined) continue
    const by = { ...sent, ...callerOf(world, endpoint) }
    const say = (body: unknown) => world.send(path, { ...by, body })
    for (const body of ['{"a":', "", "\u0000", "null nul", "{} {}"])
      if (body !== "") expectTold(`${endpoint.name} ${body}`, await say(body), [400])
    for (const body of mutated(sent.body, unfit)) {
      const text = JSON.stringify(body)
      expectTold(`${endpoint.name} ${text}`, await say(text), [400])
    }
    expectTold(`${endpoint.name} 1 MB`, await say({ ...(sent.body as object), texte: large }), [413])
    expectTold(`${endpoint.name} a form`, await world.send(path, { ...by, headers: form }), [415])
    if (endpoint.name.startsWith("session.")) continue
    expectTold(`${endpoint.name} a key`, await world.send(path, { ...by, key: "é à" }), [400])
  }
}

const form = { "content-type": "application/x-www-form-urlencoded" }

/** Ids of another kind, in paths and bodies. */
const otherKinds = async ({ cookies, own, send, tokens }: World) => {
  const slots = (activityId: string) => ({ slots: [{ activityId, day: "2015-05-28" }] })
  const ofChild = `/api/children/${own.childId}/bookings`
  const cookie = cookies.adult
  expectTold("an office for an activity", await send(ofChild, { cookie, body: slots("garderie-alsh") }), [409])
  expectTold("a facility for an activity", await send(ofChild, { cookie, body: slots("garderie") }), [409])
  expectTold("a number for an activity", await send(ofChild, { cookie, body: slots("12") }), [400, 409])
  const request = `/api/children/${own.requestId}/bookings`
  expectTold("a request for a child", await send(request, { cookie, body: slots("restauration") }), [404])
  const answer = `/api/staff/requests/restauration/answer`
  const refusal = { _tag: "Refuse", reason: "Complet" }
  expectTold("an activity for a request", await send(answer, { bearer: tokens.agent, body: refusal }), [404])
  const payers = { adults: ["1"] }
  expectTold("a text for an adult", await send("/api/staff/payers", { bearer: tokens.admin, body: payers }), [400])
  for (const query of ["month=2015-02-31", "month=2015-13", "month=%00", "month=", "mois=2015-05"])
    expectTold(query, await send(`/api/children/${own.childId}/planning?${query}`, { cookie }), [400])
}

/** Forms that no page of the portal would send: where, what, with which status it is refused. */
const forms = ({ own }: World): ReadonlyArray<readonly [path: string, body: string, status: number, says: RegExp]> => {
  const planning = `/mes-enfants/${own.childId}/planning?mois=2015-05`
  const absences = `/mes-enfants/${own.childId}/absences?mois=2015-05`
  const slot = "slot=restauration%7C2015-05-28"
  const booked = "slot=restauration%7C2015-05-05"
  const ask = "action=requestBooking"
  return [
    [planning, `slot=restauration%7C2015-02-31&${ask}`, 400, /n'existe pas dans le calendrier/],
    [planning, `slot=restauration%00%7C2015-05-28&${ask}`, 400, /caractères invisibles/],
    [planning, `slot=restauration%7C2015-05-28%0A&${ask}`, 400, /n'existe pas dans le calendrier/],
    [planning, `slot=garderie-alsh%7C2015-05-28&${ask}`, 409, /jeudi 28 mai 2015/i],
    [planning, `slot=${own.childId}&${ask}`, 400, /n'existe pas/],
    [planning, ask, 400, /Aucun jour n'est choisi/],
    [planning, `${`${slot}&`.repeat(401)}${ask}`, 400, /400 jours au plus/],
    [planning, `${slot}&action=voler`, 400, /par un des boutons/],
    [planning, `${slot}&action=requestBooking%00`, 400, /caractères invisibles/],
    [planning, slot, 400, /par un des boutons/],
    [planning, `${slot}&${ask}&cle=a%00b`, 400, /caractères invisibles/],
    [planning.replace("2015-05", "2015-13"), `${slot}&${ask}`, 400, /mois n'existe pas/],
    [planning.replace("2015-05", "%00"), `${slot}&${ask}`, 400, /mois n'existe pas/],
    [planning.replace(`/${own.childId}/`, "/restauration/"), `${slot}&${ask}`, 404, /Enfant introuvable/],
    [planning, `${slot}&${ask}&texte=${large}`, 413, /dépasse 64/],
    [absences, `${booked}&motif=Inconnu&confirme=oui`, 400, /Choisissez le motif/],
    [absences, `${booked}&motif=Medical%00&confirme=oui`, 400, /caractères invisibles/],
    [absences, `${booked}&motif=Medical`, 400, /Cochez la case/],
    [absences, `${booked}&motif=Medical&confirme=oui%00`, 400, /caractères invisibles/],
    [absences, `${booked}&motif=Other&precision=a%07b&confirme=oui`, 400, /caractères invisibles/],
    [absences, `${booked}&motif=Other&precision=a%00b&confirme=oui`, 400, /caractères invisibles/],
    [absences, `${booked}&motif=Other&precision=${"a".repeat(301)}&confirme=oui`, 400, /trop longue/],
    [absences, `${booked}&motif=Other&precision=${large}&confirme=oui`, 413, /dépasse 64/],
    [absences, "slot=restauration%7C2015-02-31&motif=Medical&confirme=oui", 400, /calendrier/],
    [absences, `${slot}&motif=Medical&confirme=oui`, 409, /jeudi 28 mai 2015/i],
    ["/demandes/restauration/retrait", "", 404, /Demande introuvable/],
    [`/demandes/${own.requestId}/retrait`, "cle=a%00b", 400, /caractères invisibles/],
    ["/connexion", "identifiant=martin%00.claire&motDePasse=Sapin-Vert-7452", 400, /caractères invisibles/],
    ["/connexion", "identifiant=martin.claire&motDePasse=Sapin-Vert-7452%00", 400, /caractères invisibles/],
    ["/connexion", `identifiant=${"a".repeat(60_000)}&motDePasse=x`, 401, /incorrect/],
    ["/connexion", `identifiant=${large}&motDePasse=x`, 413, /dépasse 64/],
    ["/connexion", "", 400, /Donnez votre identifiant/],
    ["/mot-de-passe/oublie", "identifiant=martin%00.claire", 400, /caractères invisibles/],
    ["/mot-de-passe/oublie", "", 400, /Donnez votre identifiant/],
    ["/mot-de-passe", "actuel=Sapin-Vert-7452&nouveau=Tulipe-Grise-77%00", 400, /caractères invisibles/],
    ["/mot-de-passe", "actuel=Sapin-Vert-7452&nouveau=abc", 409, /au moins 8 caractères/],
    ["/mot-de-passe/lien/rien", "nouveau=Tulipe-Grise-77%00", 400, /caractères invisibles/]
  ]
}

const formsOfPages = async (world: World) => {
  const { cookies, own, send } = world
  const by = { method: "POST", cookie: cookies.adult }
  const seen: Array<unknown> = []
  for (const [path, body, status, says] of forms(world)) {
    const answer = await send(path, { ...by, body, headers: { ...form, accept: "text/html" } })
    const text = answer.text.replaceAll("&#39;", "'").replace(/\s/g, " ")
    if (answer.status !== status || !says.test(text))
      seen.push([
        path,
        body.slice(0, 200),
        status,
        answer.status,
        String(says),
        text
          .match(/<main[\s\S]*<\/main>/)?.[0]
          .replace(/<[^>]*>/g, " ")
          .slice(0, 300)
      ])
  }
  expect(seen).toEqual([])
  for (const type of ["application/json", "multipart/form-data; boundary=x", "text/plain"]) {
    const path = `/mes-enfants/${own.childId}/planning?mois=2015-05`
    const answer = await send(path, { ...by, body: "{}", headers: { "content-type": type, accept: "text/html" } })
    expect([type, answer.status]).toEqual([type, 400])
  }
}

describe("bad input to the running portal", { timeout: 300_000 }, () => {
  it("is refused in French by the API and by the pages, and changes nothing", async () => {
    const world = await twoCommunes()
    const before = await eventually("the letters of the beginning have left", async () => {
      const found = await contents(world.adminUrl)
      return found.outbox === ofNothing ? found : undefined
    })
    const letters = await world.send("/demonstration/courriels")
    expect(Object.keys(before).length).toBeGreaterThan(20)
    await bodiesOfApi(world)
    await otherKinds(world)
    await formsOfPages(world)
    expect(await contents(world.adminUrl)).toEqual(before)
    expect((await world.send("/demonstration/courriels")).text).toBe(letters.text)
  })
})
