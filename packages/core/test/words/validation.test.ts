import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AdultRecord, named } from "../../src/Adult.ts"
import { Commune } from "../../src/Commune.ts"
import { Day } from "../../src/Day.ts"
import { MessageRecord } from "../../src/Message.ts"
import { RequestSubject } from "../../src/Request.ts"
import { mistakes } from "../../src/words/validation.ts"
import { isSentences } from "./french.ts"

const told = <S extends Schema.ConstraintDecoder<unknown>>(schema: S, input: unknown) => {
  const decoded = Schema.decodeUnknownResult(schema, { errors: "all", onExcessProperty: "error" })(input)
  return Result.isFailure(decoded) ? mistakes(decoded.failure.issue) : []
}

const Everything = Schema.Struct({
  day: Day,
  subject: RequestSubject,
  adult: AdultRecord,
  message: MessageRecord,
  at: Schema.DateTimeUtcFromString,
  slots: Schema.NonEmptyArray(Schema.Int),
  answer: Schema.Literals(["oui", "non"]),
  flag: Schema.Boolean
})

describe("laws of validation", () => {
  it("whatever comes in, each mistake is a French sentence and repeats nothing that was sent", () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom(...Object.keys(Everything.fields), "other"), maxDepth: 3 }),
        (sent) => {
          const found = told(Everything, sent)
          expect(found.length).toBeGreaterThan(0)
          for (const { message } of found) expect(message).toSatisfy(isSentences)
        }
      )
    )
  })

  it("a commune's document of nonsense is told in French too", () => {
    fc.assert(
      fc.property(fc.object({ key: fc.constantFrom(...Object.keys(Commune.fields)), maxDepth: 2 }), (sent) => {
        for (const { message } of told(Commune, sent)) expect(message).toSatisfy(isSentences)
      })
    )
  })
})

const adult = named("Jean", "Dupont")

describe("named mistakes", () => {
  it.each<[title: string, schema: Schema.ConstraintDecoder<unknown>, input: unknown, message: string]>([
    ["31 February", Day, "2015-02-31", "Une date qui existe est attendue, par exemple 2015-04-06."],
    ["a number for a text", AdultRecord.fields.lastName, 4, "Un texte est attendu."],
    ["a number for an optional text", AdultRecord.fields.email, 4, "Un texte est attendu."],
    ["an empty name", AdultRecord.fields.lastName, "", "Ce champ ne peut pas être vide."],
    ["a long address", AdultRecord.fields.address, "x".repeat(201), "Il faut au plus 200 caractères."],
    [
      "an unknown word",
      Schema.Literals(["a", "b"]),
      "c",
      "Une de ces valeurs est attendue\u00a0: «\u00a0a\u00a0», «\u00a0b\u00a0»."
    ],
    ["half a number", Schema.Int, 1.5, "Un nombre entier est attendu."],
    ["a negative id", RequestSubject.members[0].fields.childId, -1, "Un nombre plus grand que 0 est attendu."],
    ["an instant", Schema.DateTimeUtcFromString, "hier", "Un instant est attendu, par exemple 2015-04-06T08:00:00Z."],
    ["no list", Schema.Array(Day), "x", "Une liste est attendue."],
    [
      "control characters",
      Schema.String.pipe(Schema.check(Schema.isPattern(/^[^\p{Cc}]*$/u))),
      "\u0007",
      "Ce texte contient des caractères invisibles qui ne sont pas permis."
    ]
  ])("%s", (_title, schema, input, message) => {
    expect(told(schema, input)).toEqual([{ path: [], message }])
  })

  it("stand at their place, missing and unknown fields too", () => {
    expect(
      told(Schema.Struct({ a: Schema.Array(AdultRecord), b: Day }), {
        a: [{ ...adult, postcode: "x".repeat(11) }],
        c: 1
      })
    ).toEqual([
      { path: ["c"], message: "Ce champ n'existe pas ici." },
      { path: ["a", 0, "postcode"], message: "Il faut au plus 10 caractères." },
      { path: ["b"], message: "Ce champ est obligatoire." }
    ])
  })
})
