import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attributes, type Child, type Html, html, raw, safeUrl } from "../src/Html.ts"

/** Reads a page back as a browser would, for the few tags of these tests. */
const decode = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|#39|#96);/g,
    (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#96": "`" })[name] ?? ""
  )

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.constantFrom("<", ">", '"', "'", "&", "`", "=", " ", "/", "script", "-->", "&lt;", "é"))
    .map((parts) => parts.join(""))
)

const anyChild: fc.Arbitrary<Child> = fc.letrec<{ child: Child }>((tie) => ({
  child: fc.oneof(
    { maxDepth: 3 },
    anyText,
    fc.integer(),
    fc.constantFrom(null, undefined, false as const),
    fc.array(tie("child"), { maxLength: 3 })
  )
})).child

const unescaped = /[<"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/

describe("html", () => {
  it("leaves nothing unescaped in text, whatever comes in", () => {
    fc.assert(
      fc.property(anyChild, (child) => {
        const { value } = html`<p>${child}</p>`
        expect(value.slice(3, -4)).not.toMatch(unescaped)
      })
    )
  })

  it("leaves nothing unescaped in an attribute, whatever comes in", () => {
    fc.assert(
      fc.property(anyText, anyText, (first, second) => {
        const { value } = html`<p title="${first}"${attributes({ "data-a": second })}></p>`
        const found = /^<p title="([^"]*)" data-a="([^"]*)"><\/p>$/.exec(value)
        expect(found?.slice(1).every((part) => !unescaped.test(part))).toBe(true)
        expect(found?.slice(1).map(decode)).toEqual([first, second])
      })
    )
  })

  it("gives the text back unchanged to the reader", () => {
    fc.assert(
      fc.property(anyText, (said) => {
        expect(decode(html`${said}`.value)).toBe(said)
      })
    )
  })

  it("never lets a scheme but http, https, mailto and tel through", () => {
    const scheme = fc.oneof(fc.constantFrom("javascript", "JaVaScRiPt", "data", "vbscript", "file", "blob"), anyText)
    const noise = fc.array(fc.constantFrom("\t", "\n", "\r", " ", "\u0000", "\u0001", "\u001f"), { maxLength: 3 })
    fc.assert(
      fc.property(noise, scheme, noise, (before, name, within) => {
        const address = `${before.join("")}${name}${within.join("")}:alert(1)`
        const { value } = html`<a href="${address}">x</a>`
        const parsed = URL.parse(decode(value.slice(9, -7)), "https://commune.example/")
        expect(parsed === null || ["http:", "https:", "mailto:", "tel:"].includes(parsed.protocol)).toBe(true)
      })
    )
  })

  it("keeps nested pieces and lists of them", () => {
    expect(html`<ul>${["a", "<"].map((item) => html`<li>${item}</li>`)}</ul>`.value).toBe(
      "<ul><li>a</li><li>&lt;</li></ul>"
    )
  })

  it("writes nothing for null, undefined and false, and zero as 0", () => {
    expect(html`<p>${null}${undefined}${false}${0}</p>`.value).toBe("<p>0</p>")
  })

  it("writes attributes from data", () => {
    expect(html`<input${attributes({ name: "a", checked: true, disabled: false, value: null, min: 0 })}>`.value).toBe(
      '<input name="a" checked min="0">'
    )
  })

  it("keeps relative, http, mailto and tel addresses", () => {
    for (const address of [
      "/a?b=c:d",
      "a/b:c",
      "#x",
      "?x=a:b",
      "",
      "https://x.fr",
      "mailto:a@b.fr",
      "tel:+33450043053"
    ]) {
      expect(safeUrl(address)).toBe(address)
    }
  })

  it.each<[string, () => Html]>([
    ["an unquoted attribute", () => html`<p title=${"x"}></p>`],
    ["single quotes", () => html`<p title='${"x"}'></p>`],
    ["an event handler", () => html`<p onclick="${"x"}"></p>`],
    ["a style", () => html`<p style="${"x"}"></p>`],
    ["a script", () => html`<script type="module">${"x"}</script>`],
    ["a style element", () => html`<style>${"x"}</style>`],
    ["a comment", () => html`<!-- ${"x"} -->`],
    ["a tag name", () => html`<${"p"}>`],
    ["a text between attributes", () => html`<p ${"onclick=alert(1)"}></p>`],
    ["a piece of page in an attribute", () => html`<p title="${raw`"`}"></p>`],
    ["a tag left open", () => html`<p`],
    ["attributes() with a handler", () => html`<p${attributes({ onclick: "x" })}></p>`],
    ["attributes() with a broken name", () => html`<p${attributes({ "a b": "x" })}></p>`]
  ])("refuses %s", (_, make) => {
    expect(make).toThrow(TypeError)
  })
})
