import { Adult } from "@portail-famille/core"

/** Ids that an endpoint's path may name, and what is sent there so that nothing but the caller is wrong. */
export interface Ids {
  readonly familyId: number
  readonly adultId: number
  readonly childId: number
  readonly requestId: number
  readonly messageId: number
  readonly payerId: number
  readonly closureId: number
  readonly documentId: number
}

export interface Sample {
  readonly query?: string
  readonly body?: (ids: Ids) => unknown
}

const slot = { activityId: "cantine", day: "2015-04-09" }
const none: Sample = {}

/** What a good call of each endpoint looks like. An endpoint that is missing here fails the walk. */
export const samples: Readonly<Record<string, Sample>> = {
  "session.signIn": { body: () => ({ identifiant: "personne", password: "x" }) },
  "session.signOut": none,
  "session.changePassword": { body: () => ({ current: "x", next: "y" }) },
  "session.requestReset": { body: () => ({ identifiant: "personne" }) },
  "session.redeemLink": { body: () => ({ secret: "x", password: "y" }) },
  "family.home": none,
  "family.file": none,
  "family.children": none,
  "family.documents": none,
  "planning.month": { query: "month=2015-04" },
  "planning.requestBookings": { body: () => ({ slots: [{ ...slot, day: "2015-04-10" }] }) },
  "planning.declareAbsences": { body: () => ({ slots: [slot], reason: { _tag: "Family" }, confirmed: true }) },
  "planning.withdraw": { body: () => ({ slots: [slot] }) },
  "requests.list": none,
  "requests.withdrawOne": none,
  "statements.read": { query: "year=2014-2015" },
  "messages.list": none,
  "messages.read": none,
  "staffRequests.waiting": { query: "limit=10" },
  "staffRequests.answer": { body: () => ({ _tag: "Refuse", reason: "Complet" }) },
  "staffFamilies.list": { query: "after=1" },
  "staffFamilies.open": { body: () => ({ number: "42" }) },
  "staffFamilies.read": none,
  "staffFamilies.addAdult": { body: () => Adult.named("Ada", "DUPONT") },
  "staffFamilies.protectAdult": { body: () => ({ protected: false }) },
  "staffFamilies.addChild": { body: () => ({ firstName: "Léo", lastName: "DUPONT", birthDay: "2010-01-02" }) },
  "staffFamilies.link": { body: () => ({ relationship: "father", authority: "full", mayBook: true }) },
  "staffFamilies.addPayer": { body: ({ adultId }) => ({ adults: [adultId] }) },
  "staffFamilies.payers": none,
  "staffPlannings.enrol": {
    body: ({ payerId }) => ({ activityId: "mercredi", payerId, from: "2015-01-01", until: null, contract: null })
  },
  "staffPlannings.takeAttendance": { body: () => ({ ...slot, attendance: "present" }) },
  "staffPlannings.close": {
    body: () => ({
      scope: { _tag: "Activity", activityId: "cantine" },
      from: "2015-06-01",
      until: "2015-06-02",
      label: "Travaux"
    })
  },
  "staffPlannings.reopen": none,
  "staffPlannings.addCommuneDay": { body: () => ({ day: "2015-06-03", marker: "schoolBreak", label: "Pont" }) },
  "staffPlannings.closures": { query: "from=2015-01-01&to=2015-12-31" },
  "staffLogins.issue": { body: () => ({ identifiant: "nouveau", handover: "link" }) },
  "staffLogins.reset": { body: () => ({ handover: "password" }) },
  "staffMoney.post": {
    body: ({ payerId }) => ({
      payerId,
      officeId: "garderie",
      kind: { _tag: "Payment", method: "cheque" },
      day: "2015-04-08",
      amount: 12_060,
      number: null
    })
  },
  "staffMoney.statement": { query: "year=2014-2015" },
  "staffPublishing.setBanner": { body: () => ({ text: "Bienvenue" }) },
  "staffPublishing.publish": { body: () => ({ label: "Menu", url: "https://exemple.fr/menu" }) },
  "staffPublishing.remove": none,
  "staffPublishing.send": {
    body: ({ adultId }) => ({ recipient: adultId, from: "Mairie", subject: "Sujet", body: "Texte" })
  },
  "health.live": none,
  "health.ready": none
}
