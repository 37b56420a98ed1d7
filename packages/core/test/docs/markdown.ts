/** What a page of the documentation holds: links, blocks of code, tables. Tests compare them with the code. */
import { globSync, readFileSync } from "node:fs"
import { dirname, join, posix } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../../../", import.meta.url))

/** The text of a file of the project, by its path from the root. */
export const read = (path: string): string => readFileSync(join(root, path), "utf8")

/** The texts of the files that the patterns match, by their paths from the root. */
export const texts = (...patterns: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(
    globSync(patterns, { cwd: root })
      .map((path) => path.replaceAll("\\", "/"))
      .map((path) => [path, read(path)])
  )

/** Every page. */
export const pages = (): ReadonlyMap<string, string> =>
  texts("*.md", "docs/**/*.md", "packages/*/*.md", "examples/*/*.md")

/** A block of code. `region` is "path name" where the line before the block names the tested file it comes from. */
export interface Block {
  readonly language: string
  readonly text: string
  readonly region: string | undefined
}

/** The blocks of code of a page, in order. */
export const blocksOf = (page: string): ReadonlyArray<Block> =>
  [...page.matchAll(/(?:<!-- region: (.+?) -->\n)?^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, region, language, text]) => ({
    language: language ?? "",
    text: text ?? "",
    region
  }))

/** The lines between `// #region name` and the next `// #endregion`, without their common indentation. */
export const regionOf = (source: string, name: string): string | undefined => {
  const lines = source.split("\n")
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`)
  if (start < 0) return undefined
  const length = lines.slice(start).findIndex((line) => line.trim() === "// #endregion")
  const inside = lines.slice(start + 1, start + length)
  const margin = Math.min(...inside.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)))
  const text = inside.map((line) => line.slice(margin)).join("\n")
  return `${text.replace(/^\n+|\n+$/g, "")}\n`
}

/** The relative links and pictures of a page that lead nowhere; `exists` knows files and folders, `textOf` pages. */
export const deadLinks = (
  path: string,
  page: string,
  exists: (path: string) => boolean,
  textOf: (path: string) => string | undefined
): ReadonlyArray<string> =>
  [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#")
      const full = file === "" ? path : posix.normalize(posix.join(dirname(path), file))
      if (!exists(full)) return true
      return anchor !== undefined && !anchorsOf(textOf(full) ?? "").includes(anchor)
    })

/** The rows of the table whose header begins with that cell: the texts of its cells, quotes of code taken off. */
export const tableOf = (page: string, firstHeader: string): ReadonlyArray<ReadonlyArray<string>> => {
  const lines = page.split("\n")
  const start = lines.findIndex((line) => cellsOf(line)[0] === firstHeader)
  if (start < 0) return []
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith("|"))
  return rows.slice(0, end < 0 ? undefined : end).map(cellsOf)
}

const cellsOf = (line: string): ReadonlyArray<string> =>
  line.startsWith("|")
    ? line
        .replace(/^\||\|\s*$/g, "")
        .split("|")
        .map((cell) => cell.trim().replaceAll("`", ""))
    : []

const withoutCode = (page: string): string => page.replace(/^```[\s\S]*?^```$/gm, "").replace(/`[^`\n]*`/g, "")

const anchorsOf = (page: string): ReadonlyArray<string> =>
  [...withoutCode(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    (title ?? "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-")
  )
