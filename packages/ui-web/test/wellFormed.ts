const empties = new Set(["meta", "link", "img", "input", "br", "col"])

/**
 * What is wrong with a piece of page as a strict reader sees it: tags that do not close in order,
 * ids that stand twice, ids that are named but missing, values that were never meant to be seen.
 */
export const faults = (page: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  const open: Array<string> = []
  for (const [, closing, name = "", inside = ""] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (closing === "/") {
      const last = open.pop()
      if (last !== name) found.push(`</${name}> closes <${last}>`)
    } else if (!empties.has(name) && !inside.endsWith("/")) {
      open.push(name)
    }
  }
  found.push(...open.map((name) => `<${name}> is not closed`))
  const values = (attribute: string) =>
    [...page.matchAll(new RegExp(` ${attribute}="([^"]*)"`, "g"))].flatMap(([, value = ""]) => value.split(" "))
  const ids = values("id")
  found.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} stands twice`))
  for (const named of [...values("for"), ...values("aria-describedby"), ...values("aria-controls")]) {
    if (!ids.includes(named)) found.push(`id ${named} is missing`)
  }
  if (/\bundefined\b|\bNaN\b|\[object /.test(page)) found.push("a value that was not meant to be seen")
  return found
}
