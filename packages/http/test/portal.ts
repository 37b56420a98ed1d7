import {
  Access,
  Account,
  Activity,
  Adult,
  type Booking,
  CollectionOffice,
  Day,
  Facility,
  Family,
  Request
} from "@portail-famille/core"
import { bySlug, importCommune } from "@portail-famille/core/services/Communes"
import { publishDocument } from "@portail-famille/core/services/Documents"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { postOperation } from "@portail-famille/core/services/Ledgers"
import { issueLogin } from "@portail-famille/core/services/Logins"
import { postMessage } from "@portail-famille/core/services/Mailboxes"
import * as Memory from "@portail-famille/core/services/memory/index"
import { enrolChild, postClosure } from "@portail-famille/core/services/PlanningDesk"
import { requestBookings } from "@portail-famille/core/services/Plannings"
import { makeToken } from "@portail-famille/core/services/Staff"
import { Context, Effect, Layer } from "effect"
import { HttpServer } from "effect/http"
import { TestClock } from "effect/testing"
import { Readiness, serve } from "../src/server/index.ts"
import { communeUnder } from "./communes.ts"
import { sendTo } from "./http.ts"

export const password = "Cerise-Verte-2015"
const hosts = { bourg: "localhost", ailleurs: "ailleurs.test" } as const

/** Wednesday 8 April 2015, 10 o'clock in Paris: a Thursday of school follows, then the spring break from the 11th. */
const now = Date.UTC(2015, 3, 8, 8)

const day = Day.make
const canteen = (on: string): Booking.Slot => ({ activityId: Activity.ActivityId.make("cantine"), day: day(on) })

/** A family of two adults and a child; the second adult has no authority. */
const family = Effect.fnUntraced(function* (slug: keyof typeof hosts, number: string, name: string) {
  const commune = yield* bySlug(slug)
  const by = Access.system
  const familyId = yield* openFamily(commune, by, Family.FamilyNumber.make(number))
  const adult = yield* addAdult(commune, by, familyId, { ...Adult.named("Jean", name), email: "jean@exemple.fr" })
  const other = yield* addAdult(commune, by, familyId, Adult.named("Jeanne", name))
  const child = yield* addChild(commune, by, familyId, {
    firstName: "Zoé",
    lastName: name,
    birthDay: day("2008-02-29")
  })
  yield* linkChild(commune, by, {
    childId: child.id,
    adultId: adult.id,
    relationship: "father",
    authority: "full",
    mayBook: true
  })
  yield* linkChild(commune, by, {
    childId: child.id,
    adultId: other.id,
    relationship: "mother",
    authority: "none",
    mayBook: false
  })
  const payer = yield* addPayer(commune, by, [adult.id])
  const enrolment = yield* enrolChild(commune, by, {
    childId: child.id,
    activityId: Activity.ActivityId.make("cantine"),
    payerId: payer.id,
    from: day("2014-09-01"),
    until: null,
    contract: null
  })
  const slot = canteen("2015-04-09")
  const [request] = yield* requestBookings(commune, { _tag: "Adult", adultId: adult.id }, child.id, [slot])
  const message = yield* postMessage(commune, by, { recipient: adult.id, from: "Mairie", subject: "S", body: "B" })
  yield* postOperation(
    commune,
    by,
    {
      payerId: payer.id,
      officeId: CollectionOffice.CollectionOfficeId.make("garderie"),
      kind: { _tag: "Invoice", from: day("2015-03-01"), until: day("2015-03-31"), dueOn: day("2015-04-30") },
      day: day("2015-04-08"),
      amount: 12_060 as never
    },
    null
  )
  return {
    familyId,
    adultId: adult.id,
    otherId: other.id,
    childId: child.id,
    payerId: payer.id,
    enrolmentId: enrolment.id,
    requestId: request?.id ?? Request.RequestId.make(1),
    messageId: message.id
  }
})

const things = Effect.fnUntraced(function* (slug: keyof typeof hosts) {
  const commune = yield* bySlug(slug)
  const closure = yield* postClosure(commune, Access.system, {
    scope: { _tag: "Facility", facilityId: Facility.FacilityId.make("loisirs") },
    from: day("2015-05-01"),
    until: day("2015-05-01"),
    label: "Pont"
  })
  const document = yield* publishDocument(commune, Access.system, { label: "Fiche", url: "https://exemple.fr/fiche" })
  return { closureId: closure.id, documentId: document.id }
})

const tokenOf = Effect.fnUntraced(function* (
  slug: keyof typeof hosts,
  ...roles: [Access.StaffRole, ...Access.StaffRole[]]
) {
  const commune = yield* bySlug(slug)
  const input = { name: "Agent", roles, facilities: null, hours: 24 } as const
  return (yield* makeToken(commune, Access.system, input)).token
})

/** A login whose password is still the one of staff. */
const loginFor = Effect.fnUntraced(function* (slug: keyof typeof hosts, adultId: Adult.AdultId, identifiant: string) {
  const commune = yield* bySlug(slug)
  const input = { adultId, identifiant: Account.Identifiant.make(identifiant), handover: "password" } as const
  return yield* issueLogin(commune, Access.system, input)
})

const build = Effect.gen(function* () {
  yield* TestClock.setTime(now)
  yield* importCommune(communeUnder("bourg", hosts.bourg))
  yield* importCommune(communeUnder("ailleurs", hosts.ailleurs))
  const dupont = yield* family("bourg", "1001001818331", "DUPONT")
  const martin = yield* family("bourg", "1001001818332", "MARTIN")
  // Ids count by commune: the third family of the other commune has ids that none has here.
  yield* family("ailleurs", "1", "PETIT")
  yield* family("ailleurs", "2", "GRAND")
  const abroad = yield* family("ailleurs", "1001001818331", "DURAND")
  const own = { ...dupont, ...(yield* things("bourg")) }
  const elsewhere = { ...abroad, ...(yield* Effect.andThen(things("ailleurs"), things("ailleurs"))) }
  const tokens = {
    admin: yield* tokenOf("bourg", "admin"),
    agent: yield* tokenOf("bourg", "agent"),
    regisseur: yield* tokenOf("bourg", "regisseur"),
    reader: yield* tokenOf("bourg", "reader"),
    elsewhere: yield* tokenOf("ailleurs", "admin", "agent", "regisseur")
  }
  const { address } = yield* HttpServer.HttpServer
  const port = address._tag === "UnixPathAddress" ? 0 : address.port
  const send = sendTo(port, hosts.bourg)

  /** Signs in and gives the cookie. */
  const cookieOf = Effect.fnUntraced(function* (identifiant: string, secret: string, host: string = hosts.bourg) {
    const answer = yield* send("/api/session", { host, body: { identifiant, password: secret } })
    return String(answer.headers["set-cookie"]).split(";", 1)[0] ?? ""
  })
  /** Signs in for the first time, chooses the password, and gives the new cookie. */
  const arrive = Effect.fnUntraced(function* (slug: keyof typeof hosts, adultId: Adult.AdultId, identifiant: string) {
    const { secret } = yield* loginFor(slug, adultId, identifiant)
    const cookie = yield* cookieOf(identifiant, secret, hosts[slug])
    const body = { current: null, next: password }
    const answer = yield* send("/api/password", { method: "PUT", host: hosts[slug], cookie, body })
    return String(answer.headers["set-cookie"]).split(";", 1)[0] ?? ""
  })
  return {
    port,
    send,
    /** Sends without saying where from. */
    plain: sendTo(port, hosts.bourg, false),
    cookieOf,
    own,
    stranger: martin,
    elsewhere,
    tokens,
    cookies: {
      adult: yield* arrive("bourg", own.adultId, "dupont.jean"),
      withoutAuthority: yield* arrive("bourg", own.otherId, "dupont.jeanne"),
      stranger: yield* arrive("bourg", martin.adultId, "martin.jean"),
      elsewhere: yield* arrive("ailleurs", abroad.adultId, "durand.jean")
    },
    /** An identifiant with the password of staff. */
    newcomer: yield* loginFor("bourg", martin.otherId, "martin.jeanne")
  }
})

/** Whether the stores answer, as the tests want it. */
export const readiness = { ready: true }

export class Portal extends Context.Service<Portal, Effect.Success<typeof build>>()("test/Portal") {}

/** Two communes with their families, served on a real port over stores in memory, on 8 April 2015. */
export const portal = Layer.effect(Portal, Effect.orDie(build)).pipe(
  Layer.provideMerge(
    serve(
      {
        host: "127.0.0.1",
        port: 0,
        origin: "http://localhost:3000",
        trustedProxies: ["10.0.0.1"],
        signInForm: "/connexion"
      },
      Layer.empty
    )
  ),
  Layer.provide(Layer.succeed(Readiness, { check: Effect.sync(() => readiness.ready) })),
  Layer.provideMerge(Memory.layer),
  Layer.orDie
)
