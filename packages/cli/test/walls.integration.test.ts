import { Access } from "@portail-famille/core"
import { Pages } from "@portail-famille/ui-web"
import { describe, expect, it } from "vitest"
import { byFamily, byStaff, type Endpoint, endpoints } from "../../http/test/endpoints.ts"
import type { Sent } from "../../http/test/http.ts"
import { samples } from "../../http/test/samples.ts"
import { callOf } from "./chenexSamples.ts"
import { addressOf, idsIn, pageSamples } from "./pageSamples.ts"
import { type Send, twoCommunes, valclair } from "./twoCommunes.ts"

type World = Awaited<ReturnType<typeof twoCommunes>>

const unknownId = 424_242
const wrongKinds = ["abc", "0", "-1", "1.5", "1e3", "99999999999", "%00"]

/** Status, body and where it leads: two answers that tell the same say the same in all three. */
const told = async (send: Send, path: string, sent: Sent) => {
  const { headers, status, text } = await send(path, sent)
  return { status, text, location: headers.location }
}

const staffWith = (role: Access.StaffRole): Access.StaffActor => ({
  _tag: "Staff",
  staffId: 1 as Access.StaffId,
  name: "Agent",
  roles: [role],
  facilities: null
})
const roles = ["admin", "agent", "regisseur", "reader"] as const

const familyEndpoint = async ({ cookies, elsewhere, own, send, tokens }: World, endpoint: Endpoint) => {
  const { path, sent } = callOf(endpoint, own)
  const without = await told(send, path, sent)
  expect([endpoint.name, without.status]).toEqual([endpoint.name, 401])
  for (const other of [
    { bearer: tokens.admin },
    { cookie: cookies.elsewhere },
    { cookie: "portail=devine" },
    { cookie: cookies.adult, host: valclair }
  ])
    expect({ name: endpoint.name, ...(await told(send, path, { ...sent, ...other })) }).toEqual({
      name: endpoint.name,
      ...without
    })
  for (const param of endpoint.params) {
    const ask = (cookie: string, id: string | number) => {
      const called = callOf(endpoint, own, { [param]: id })
      return told(send, called.path, { ...called.sent, cookie })
    }
    const unknown = await ask(cookies.adult, unknownId)
    expect([endpoint.name, unknown.status]).toEqual([endpoint.name, 404])
    const id = own[param as "childId"]
    const there = elsewhere[param as "childId"]
    expect(there).toBeGreaterThan(id)
    const answers = [
      await ask(cookies.stranger, id),
      await ask(cookies.withoutAuthority, id),
      await ask(cookies.adult, there)
    ]
    for (const kind of wrongKinds) answers.push(await ask(cookies.adult, kind))
    for (const answer of answers) expect(answer).toEqual(unknown)
  }
  if (endpoint.caller?._tag === "Family" && !endpoint.caller.anyStage)
    expect([endpoint.name, (await told(send, path, { ...sent, cookie: cookies.newcomer })).status]).toEqual([
      endpoint.name,
      403
    ])
}

const staffEndpoint = async (
  { cookies, elsewhere, own, send, tokens }: World,
  endpoint: Endpoint & { readonly act: Access.StaffAct }
) => {
  const { path, sent } = callOf(endpoint, own)
  const without = await told(send, path, sent)
  expect([endpoint.name, without.status]).toEqual([endpoint.name, 401])
  for (const other of [
    { cookie: cookies.adult },
    { bearer: tokens.elsewhere },
    { bearer: tokens.admin, host: valclair },
    { bearer: "devine" }
  ])
    expect(await told(send, path, { ...sent, ...other })).toEqual(without)
  const mays = roles.filter((role) => Access.mayStaff(staffWith(role), endpoint.act, null))
  for (const role of roles) {
    if (mays.includes(role)) continue
    const { status } = await told(send, path, { ...sent, bearer: tokens[role] })
    expect([endpoint.name, role, status]).toEqual([endpoint.name, role, 403])
  }
  const [role] = mays
  expect(role).toBeDefined()
  const bearer = tokens[role ?? "reader"]
  for (const param of endpoint.params) {
    const ask = (id: string | number) => {
      const called = callOf(endpoint, own, { [param]: id })
      return told(send, called.path, { ...called.sent, bearer })
    }
    const unknown = await ask(param === "officeId" ? "inconnue" : unknownId)
    expect([endpoint.name, param, unknown.status]).toEqual([endpoint.name, param, 404])
    const others = param === "officeId" ? ["_", "A%20B"] : [elsewhere[param as "childId"], ...wrongKinds]
    for (const id of others) expect([param, id, await ask(id)]).toEqual([param, id, unknown])
  }
}

/** Ids that a body names, not the path: `at` puts another in their place. */
const bodies: ReadonlyArray<readonly [name: string, id: "adultId" | "payerId", at: (id: number) => object]> = [
  ["staffFamilies.addPayer", "adultId", (id) => ({ adults: [id] })],
  ["staffPublishing.send", "adultId", (id) => ({ recipient: id })],
  ["staffPlannings.enrol", "payerId", (id) => ({ payerId: id })],
  ["staffMoney.post", "payerId", (id) => ({ payerId: id })]
]

const idsInBodies = async ({ elsewhere, own, send, tokens }: World) => {
  for (const [name, param, at] of bodies) {
    const endpoint = byStaff.find((one) => one.name === name)
    if (endpoint === undefined) throw new Error(`There is no ${name}`)
    const role = roles.find((one) => Access.mayStaff(staffWith(one), endpoint.act, null)) ?? "reader"
    const { path, sent } = callOf(endpoint, own)
    const ask = (id: number) =>
      told(send, path, { ...sent, bearer: tokens[role], body: { ...(sent.body as object), ...at(id) } })
    const unknown = await ask(unknownId)
    expect([name, unknown.status]).toEqual([name, 404])
    expect(await ask(elsewhere[param])).toEqual(unknown)
  }
}

const form = { "content-type": "application/x-www-form-urlencoded" }

const page = async (
  { cookies, elsewhere, own, send, tokens }: World,
  { caller, method, path }: (typeof Pages.pages)[number]
) => {
  const name = `${method} ${path}`
  const sample = pageSamples[name] ?? {}
  const sent: Sent = { method, headers: form, ...(sample.form !== undefined && { body: sample.form }) }
  const without = await told(send, addressOf(path, sample, own), sent)
  if (caller === "public") {
    expect({ name, status: without.status, location: without.location }).toEqual({
      name,
      status: sample.status,
      location: sample.leadsTo
    })
    return
  }
  expect({ name, ...without }).toEqual({ name, status: 303, text: "", location: "/connexion" })
  expect(await told(send, addressOf(path, sample, own), { ...sent, bearer: tokens.admin })).toEqual(without)
  for (const other of [
    { cookie: cookies.elsewhere },
    { cookie: "portail=devine" },
    { cookie: cookies.adult, host: valclair }
  ])
    expect({ name, ...(await told(send, addressOf(path, sample, own), { ...sent, ...other })) }).toEqual({
      name,
      status: 303,
      text: "",
      location: "/connexion?fait=session-finie"
    })
  if (caller === "family") {
    const due = await told(send, addressOf(path, sample, own), { ...sent, cookie: cookies.newcomer })
    expect({ name, ...due }).toEqual({ name, status: 303, text: "", location: "/mot-de-passe" })
  }
  for (const param of idsIn(path)) {
    const ask = (cookie: string, id: string | number) =>
      told(send, addressOf(path, sample, { ...own, [param]: id }), { ...sent, cookie })
    const mine = await ask(cookies.adult, unknownId)
    expect([name, mine.status]).toEqual([name, 404])
    for (const id of [elsewhere[param], ...wrongKinds.filter((kind) => kind !== "%00"), "\u0000"])
      expect([name, id, await ask(cookies.adult, id)]).toEqual([name, id, mine])
    for (const cookie of [cookies.stranger, cookies.withoutAuthority])
      expect(await ask(cookie, own[param])).toEqual(await ask(cookie, unknownId))
  }
}

const unlisted = async ({ send }: World) => {
  const listed = new Set(Pages.pages.map(({ method, path }) => `${method} ${path}`))
  for (const { path } of Pages.pages)
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (listed.has(`${method} ${path}`)) continue
      const { status } = await send(addressOf(path, {}, {}), { method })
      expect([method, path, status]).toEqual([method, path, 404])
    }
}

const everywhere = (): ReadonlyArray<readonly [method: string, path: string]> => [
  ...endpoints.filter(({ path }) => !path.startsWith("/health/")).map(({ method, path }) => [method, path] as const),
  ...Pages.pages.map(({ method, path }) => [method, path] as const),
  ["GET", "/demonstration/courriels"],
  ["GET", "/api/openapi.json"],
  ["GET", "/api/docs"]
]

describe("the walls of the running portal", { timeout: 300_000 }, () => {
  it("stand before every endpoint and every page, on real PostgreSQL", async () => {
    expect(endpoints.filter(({ caller }) => caller === undefined)).toEqual([])
    expect(Object.keys(samples).toSorted()).toEqual(endpoints.map(({ name }) => name).toSorted())
    const pages = Pages.pages.map(({ method, path }) => `${method} ${path}`)
    expect(Object.keys(pageSamples).toSorted()).toEqual(pages.toSorted())

    const world = await twoCommunes()
    const { send } = world
    for (const endpoint of byFamily) await familyEndpoint(world, endpoint)
    for (const endpoint of byStaff) await staffEndpoint(world, endpoint)
    await idsInBodies(world)
    for (const one of Pages.pages) await page(world, one)
    await unlisted(world)

    const { paths } = (await send("/api/openapi.json")).json as { readonly paths: Readonly<Record<string, object>> }
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`)
    )
    expect(documented.toSorted()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).toSorted())

    for (const [method, path] of everywhere()) {
      const called = { method, host: "autre.test", ...(method !== "GET" && { body: "{}" }) }
      const { status } = await send(addressOf(path, {}, {}), called)
      expect([method, path, status]).toEqual([method, path, 404])
    }
  })
})
