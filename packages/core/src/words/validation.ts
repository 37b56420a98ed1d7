/**
 * What is wrong with data that came from outside, in French, field by field: for the API's problems and for forms.
 * Values that were sent are never repeated.
 */
import type { SchemaAST, SchemaIssue } from "effect"
import { plural } from "./plural.ts"

/**
 * One thing to mend, and where: keys and positions from the outside in.
 *
 * @category words
 */
export interface Mistake {
  readonly path: ReadonlyArray<string | number>
  readonly message: string
}

/**
 * Everything that a decoder found, in its order, each sentence once a place. The decoder finds all of it with
 * `{ errors: "all", onExcessProperty: "error" }`.
 *
 * @category words
 */
export const mistakes = (issue: SchemaIssue.Issue): ReadonlyArray<Mistake> => {
  const found = new Map<string, Mistake>()
  for (const mistake of walk(issue, [], undefined)) found.set(JSON.stringify(mistake), mistake)
  return [...found.values()]
}

const unfit = "Cette valeur ne convient pas."

const walk = (issue: SchemaIssue.Issue, path: Mistake["path"], said: string | undefined): ReadonlyArray<Mistake> => {
  switch (issue._tag) {
    case "Filter":
      return walk(issue.issue, path, said ?? ofCheck(issue.filter))
    case "Encoding":
      return walk(issue.issue, path, said)
    case "Pointer":
      return walk(issue.issue, [...path, ...issue.path.map(key)], said)
    case "Composite":
      return issue.issues.flatMap((inner) => walk(inner, path, said))
    case "AnyOf":
      return issue.issues.length > 0
        ? issue.issues.flatMap((inner) => walk(inner, path, said))
        : [{ path, message: said ?? ofType(issue.ast) }]
    default:
      return [{ path, message: said ?? ofLeaf(issue, path) }]
  }
}

const key = (part: PropertyKey): string | number => (typeof part === "number" ? part : String(part))

const ofLeaf = (issue: SchemaIssue.Leaf, path: Mistake["path"]): string => {
  switch (issue._tag) {
    case "MissingKey":
      return typeof path.at(-1) === "number" ? "Il manque un élément à cette liste." : "Ce champ est obligatoire."
    case "UnexpectedKey":
      return "Ce champ n'existe pas ici."
    case "InvalidType":
      return ofType(issue.ast)
    case "InvalidValue":
      return issue.annotations?.expected === "a valid UTC DateTime string"
        ? "Un instant est attendu, par exemple 2015-04-06T08:00:00Z."
        : unfit
    case "Forbidden":
      return "Cette valeur n'est pas permise ici."
    case "OneOf":
      return "Une seule des formes possibles est attendue."
  }
}

/** What was expected, told by its type; literals are told one by one. */
const ofType = (ast: SchemaAST.AST): string => {
  switch (ast._tag) {
    case "String":
    case "TemplateLiteral":
      return "Un texte est attendu."
    case "Number":
      return "Un nombre est attendu."
    case "Boolean":
      return "Vrai ou faux est attendu."
    case "Objects":
      return "Un objet est attendu."
    case "Arrays":
      return "Une liste est attendue."
    case "Literal":
      return `La valeur attendue est «\u00a0${String(ast.literal)}\u00a0».`
    case "Union":
      return ofUnion(ast)
    default:
      return unfit
  }
}

const ofUnion = (ast: SchemaAST.Union): string => {
  const some = ast.types.filter(({ _tag }) => _tag !== "Null" && _tag !== "Undefined")
  const [only] = some
  if (only !== undefined && some.length === 1) return ofType(only)
  const literals = some.flatMap((member) =>
    member._tag === "Literal" ? [`«\u00a0${String(member.literal)}\u00a0»`] : []
  )
  if (literals.length === some.length) return `Une de ces valeurs est attendue\u00a0: ${literals.join(", ")}.`
  return some.every(({ _tag }) => _tag === "Objects") ? "Un objet d'une forme connue est attendu." : unfit
}

interface Payload {
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly source?: string
}

/** What a check asks for, told by the check's own description of itself. */
const ofCheck = (filter: SchemaAST.Filter<never>): string => {
  const { id, payload } = described(filter)
  switch (id.replace("effect/schema/", "")) {
    case "isMinLength":
    case "isLengthBetween":
      return Number(payload.minLength ?? payload.minimum) === 1 ? "Ce champ ne peut pas être vide." : atLeast(payload)
    case "isMaxLength":
      return `Il faut au plus ${characters(payload.maxLength)}.`
    case "isPattern":
      return ofPattern(String(payload.source))
    case "isInt":
      return "Un nombre entier est attendu."
    case "isGreaterThan":
      return `Un nombre plus grand que ${payload.exclusiveMinimum} est attendu.`
    case "isBetween":
      return `Un nombre de ${payload.minimum} à ${payload.maximum} est attendu.`
    default:
      return filter.annotations?.expected === "a day"
        ? "Une date qui existe est attendue, par exemple 2015-04-06."
        : unfit
  }
}

const described = ({ annotations }: SchemaAST.Filter<never>): { readonly id: string; readonly payload: Payload } => {
  const { id, payload } = (annotations?.representation ?? {}) as { readonly id?: string; readonly payload?: Payload }
  return { id: id ?? "", payload: payload ?? {} }
}

const atLeast = (payload: Payload): string => `Il faut au moins ${characters(payload.minLength ?? payload.minimum)}.`

const characters = (n: unknown): string => `${Number(n)} ${plural(Number(n), "caractère", "caractères")}`

const ofPattern = (source: string): string => {
  if (/\\p\{C|\\u0000|\\x00/.test(source)) return "Ce texte contient des caractères invisibles qui ne sont pas permis."
  if (source.includes("https?")) return "Une adresse web est attendue, par exemple https://www.exemple.fr."
  if (source.startsWith("^(19|20|21)")) return "Un mois est attendu, par exemple 2015-04."
  if (/^\^\\d/.test(source)) return "Des chiffres sont attendus."
  return "Ce texte n'a pas la forme attendue."
}
