import { isClosedAttribute, isUrlAttribute, planOf, type Slot } from "./HtmlPlan.ts"

/** A piece of page that is safe to send: made by `html`, or by `raw` from a constant. */
export class Html {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
  toString(): string {
    return this.value
  }
}

/** Attributes ready to stand in a tag, made by `attributes`. */
export class Attributes {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

/** What a placeholder may hold; nothing is written for `null`, `undefined` and `false`. */
export type Child = Html | Attributes | string | number | null | undefined | false | ReadonlyArray<Child>

const plans = new WeakMap<TemplateStringsArray, ReadonlyArray<Slot>>()
const special = /[&<>"'`]/

/** Escapes a text for an element or a quoted attribute. */
const escapeText = (text: string): string => {
  if (!special.test(text)) return text
  // A loop over the codes: a planning escapes hundreds of sentences, and a callback for each match costs twice as much.
  let out = ""
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const entity = entityOf(text.charCodeAt(i))
    if (entity === undefined) continue
    out += text.slice(from, i) + entity
    from = i + 1
  }
  return out + text.slice(from)
}

const entityOf = (code: number): string | undefined => {
  switch (code) {
    case 38:
      return "&amp;"
    case 60:
      return "&lt;"
    case 62:
      return "&gt;"
    case 34:
      return "&quot;"
    case 39:
      return "&#39;"
    case 96:
      return "&#96;"
    default:
      return undefined
  }
}

/**
 * An address that may stand in a link: http, https, mailto, tel, or one without scheme.
 * Everything else, `javascript:` first, becomes `#`.
 */
export const safeUrl = (address: string): string => {
  // Browsers drop tabs, line breaks and leading control characters before they read the scheme.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are the attack
  const scheme = /^([^/?#:]*):/.exec(address.replace(/[\u0000-\u0020]/g, ""))?.[1]
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme) ? address : "#"
}

/**
 * The page template: every placeholder is escaped for the place where it stands.
 * In an address attribute it also passes `safeUrl`; between attributes only `attributes` may stand.
 * Throws a `TypeError` on a template that cannot be made safe.
 */
export const html = (strings: TemplateStringsArray, ...values: ReadonlyArray<Child>): Html => {
  let plan = plans.get(strings)
  if (plan === undefined) {
    plan = planOf(strings)
    plans.set(strings, plan)
  }
  let out = strings[0] ?? ""
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    const slot = plan[i]
    out += slot === "text" ? text(value) : slot === "tag" ? tag(value) : attribute(value, slot === "url")
    out += strings[i + 1]
  }
  return new Html(out)
}

/** A constant of our own as it stands; takes a template without placeholders, so data cannot enter. */
export const raw = (strings: TemplateStringsArray): Html => new Html(strings.join(""))

/** Attributes from data: `true` writes the bare name, `null`, `undefined` and `false` write nothing. */
export const attributes = (
  entries: Readonly<Record<string, string | number | boolean | null | undefined>>
): Attributes => {
  let out = ""
  for (const name in entries) {
    const value = entries[name]
    if (value === null || value === undefined || value === false) continue
    if (!/^[a-z][a-z0-9-]*$/.test(name) || isClosedAttribute(name)) throw new TypeError(`no data may fill ${name}`)
    out += value === true ? ` ${name}` : ` ${name}="${attribute(value, isUrlAttribute(name))}"`
  }
  return new Attributes(out)
}

const text = (value: Child): string => {
  if (typeof value === "string") return escapeText(value)
  if (value instanceof Html) return value.value
  if (value === null || value === undefined || value === false) return ""
  if (typeof value === "number") return String(value)
  if (value instanceof Attributes) throw new TypeError("attributes stand in the text")
  let out = ""
  for (const item of value) out += text(item)
  return out
}

const attribute = (value: Child, isUrl: boolean): string => {
  if (typeof value === "string") return escapeText(isUrl ? safeUrl(value) : value)
  if (typeof value === "number") return String(value)
  if (value === null || value === undefined || value === false) return ""
  throw new TypeError("an attribute holds text only")
}

const tag = (value: Child): string => {
  if (value instanceof Attributes) return value.value
  if (value === null || value === undefined || value === false) return ""
  throw new TypeError("only attributes() may stand between attributes")
}
