/** Where a placeholder of a template stands: this decides what it may hold and how it is escaped. */
export type Slot = "text" | "attribute" | "url" | "tag"

const urlAttributes = new Set(["href", "src", "action", "formaction", "poster", "cite"])
const closedAttributes = /^(on|style$|srcdoc$|srcset$)/
const rawElement = /<(script|style)(?=[\s>])[^>]*>((?!<\/\1)[\s\S])*$/i

/** True for an attribute whose value is an address. */
export const isUrlAttribute = (name: string): boolean => urlAttributes.has(name)

/** True for an attribute that no data may ever fill: event handlers, styles, embedded documents. */
export const isClosedAttribute = (name: string): boolean => closedAttributes.test(name)

/**
 * Reads the constant parts of a template once and says what each placeholder is.
 * Throws a `TypeError` when one stands where no escaping is safe: outside double quotes in a tag,
 * in a comment, in a script or style element, or when the template does not end in text.
 */
export const planOf = (strings: ReadonlyArray<string>): ReadonlyArray<Slot> => {
  const slots: Array<Slot> = []
  let open = ""
  let before = ""
  strings.forEach((part, index) => {
    open += part
    before += part
    open = rest(open)
    if (index === strings.length - 1) {
      if (open !== "") throw new TypeError(`a template ends inside a tag: ${open}`)
      return
    }
    if (rawElement.test(before)) throw new TypeError("a placeholder stands in a script or style element")
    slots.push(slotAfter(open))
  })
  return slots
}

/** What of an opened tag or comment is not closed yet; empty when the text goes on. */
const rest = (source: string): string =>
  source
    .replace(/^[^<]*/, "")
    .replace(/<!--[\s\S]*?-->[^<]*/g, "")
    .replace(/<(?!!--)(?:"[^"]*"|'[^']*'|[^"'>])*>[^<]*/g, "")

const slotAfter = (open: string): Slot => {
  if (open === "") return "text"
  const quoted = /\s([a-z][a-z0-9-]*)="([^"]*)$/.exec(open.startsWith("<!--") ? "" : withoutValues(open))
  if (quoted !== null) {
    const [, name = "", start = ""] = quoted
    if (isClosedAttribute(name)) throw new TypeError(`a placeholder stands in the attribute ${name}`)
    return isUrlAttribute(name) && start === "" ? "url" : "attribute"
  }
  if (/^<[a-z][a-z0-9-]*(?:\s+[a-z][a-z0-9-]*(?:="")?)*\s*$/.test(withoutValues(open))) return "tag"
  throw new TypeError(`a placeholder stands outside double quotes: ${open}`)
}

const withoutValues = (open: string): string => open.replace(/"[^"]*"/g, '""')
