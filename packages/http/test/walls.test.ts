import { describe, expect, it, layer } from "@effect/vitest"
import { Access, type Facility } from "@portail-famille/core"
import { Effect } from "effect"
import { byFamily, byStaff, callOf, endpoints } from "./endpoints.ts"
import { Portal, portal } from "./portal.ts"
import { samples } from "./samples.ts"

describe("the contract", () => {
  it("says of every endpoint who may call it, and the walk knows every endpoint", () => {
    expect(endpoints.filter(({ caller }) => caller === undefined)).toEqual([])
    expect(Object.keys(samples).toSorted()).toEqual(endpoints.map(({ name }) => name).toSorted())
  })

  it("keeps staff behind its own door", () => {
    expect(byStaff.every(({ path }) => path.startsWith("/api/staff/"))).toBe(true)
    expect(byFamily.some(({ path }) => path.startsWith("/api/staff/"))).toBe(false)
  })
})

const wrongKinds = ["abc", "0", "-1", "1.5", "1e3", "99999999999", "%00"]

/** Which ids of a path are a family's own. */
const ofFamily = ["childId", "requestId", "messageId"]

describe("the walls", () => {
  layer(portal)((it) => {
    for (const endpoint of byFamily) {
      it.effect(`${endpoint.name} needs a session of the commune`, () =>
        Effect.gen(function* () {
          const { cookies, own, send, tokens } = yield* Portal
          const { path, sent } = callOf(endpoint, own)
          const without = yield* send(path, sent)
          expect(without.status).toBe(401)
          expect(without.headers["content-type"]).toBe("application/problem+json")
          for (const other of [
            { bearer: tokens.admin },
            { cookie: cookies.elsewhere },
            { cookie: "portail=devine" },
            { cookie: cookies.adult, host: "ailleurs.test" }
          ]) {
            const answer = yield* send(path, { ...sent, ...other })
            expect([answer.status, answer.text]).toEqual([401, without.text])
          }
        })
      )

      for (const param of endpoint.params)
        it.effect(`${endpoint.name} answers for another's ${param} as for an unknown one`, () =>
          Effect.gen(function* () {
            expect(ofFamily).toContain(param)
            const { cookies, elsewhere, own, send } = yield* Portal
            const ask = (cookie: string, id: string | number) => {
              const { path, sent } = callOf(endpoint, own, { [param]: id })
              return send(path, { ...sent, cookie })
            }
            const unknown = yield* ask(cookies.adult, 424_242)
            expect(unknown.status).toBe(404)
            const there = elsewhere[param as "childId"]
            expect(there).not.toBe(own[param as "childId"])
            const answers = [
              yield* ask(cookies.stranger, own[param as "childId"]),
              yield* ask(cookies.withoutAuthority, own[param as "childId"]),
              yield* ask(cookies.adult, there)
            ]
            for (const kind of wrongKinds) answers.push(yield* ask(cookies.adult, kind))
            for (const answer of answers) expect([answer.status, answer.text]).toEqual([404, unknown.text])
          })
        )
    }

    for (const endpoint of byStaff) {
      it.effect(`${endpoint.name} needs a token of the commune`, () =>
        Effect.gen(function* () {
          const { cookies, own, send, tokens } = yield* Portal
          const { path, sent } = callOf(endpoint, own)
          const without = yield* send(path, sent)
          expect(without.status).toBe(401)
          for (const other of [{ cookie: cookies.adult }, { bearer: tokens.elsewhere }, { bearer: "devine" }]) {
            const answer = yield* send(path, { ...sent, ...other })
            expect([answer.status, answer.text]).toEqual([401, without.text])
          }
        })
      )

      it.effect(`${endpoint.name} needs its role`, () =>
        Effect.gen(function* () {
          const { own, send, tokens } = yield* Portal
          const { path, sent } = callOf(endpoint, own)
          for (const role of ["admin", "agent", "regisseur", "reader"] as const) {
            if (Access.mayStaff(staffWith(role), endpoint.act, null)) continue
            const answer = yield* send(path, { ...sent, bearer: tokens[role] })
            expect([role, answer.status]).toEqual([role, 403])
          }
        })
      )

      for (const param of endpoint.params)
        it.effect(`${endpoint.name} answers for another commune's ${param} as for an unknown one`, () =>
          Effect.gen(function* () {
            const { elsewhere, own, send, tokens } = yield* Portal
            const roles = ["admin", "agent", "regisseur"] as const
            const role = roles.find((r) => Access.mayStaff(staffWith(r), endpoint.act, null))
            const ask = (id: string | number) => {
              const { path, sent } = callOf(endpoint, own, { [param]: id })
              return send(path, { ...sent, bearer: role && tokens[role] })
            }
            const unknown = yield* ask(param === "officeId" ? "inconnue" : 424_242)
            expect(unknown.status).toBe(404)
            const answers = param === "officeId" ? [] : [yield* ask(elsewhere[param as "childId"])]
            for (const kind of param === "officeId" ? ["_", "A B"] : wrongKinds)
              answers.push(yield* ask(encodeURI(kind)))
            for (const answer of answers) expect([answer.status, answer.text]).toEqual([404, unknown.text])
          })
        )
    }

    it.effect("keep who still has the password of staff before everything but its change", () =>
      Effect.gen(function* () {
        const { cookieOf, newcomer, own, send } = yield* Portal
        const cookie = yield* cookieOf(newcomer.identifiant, newcomer.secret)
        for (const endpoint of byFamily.filter(({ caller }) => caller?._tag === "Family" && !caller.anyStage)) {
          const { path, sent } = callOf(endpoint, own)
          const answer = yield* send(path, { ...sent, cookie })
          expect([endpoint.name, answer.status]).toEqual([endpoint.name, 403])
          expect(answer.json).toMatchObject({ type: "urn:portail-famille:PasswordChangeDue" })
        }
      })
    )
  })
})

const staffWith = (role: Access.StaffRole): Access.StaffActor => ({
  _tag: "Staff",
  staffId: 1 as Access.StaffId,
  name: "Agent",
  roles: [role],
  facilities: null as ReadonlyArray<Facility.FacilityId> & null
})
