import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import { slotOf } from "./windows.ts"

/** A slot of the planning. */
type Slot = readonly [activityId: string, day: string]

/** A way to use the portal: the same gestures by mouse, by keyboard alone, or with script off. */
export interface Hands {
  readonly script: boolean
  /** Types in the field of that label. */
  readonly type: (label: string, text: string) => Promise<void>
  /** Presses what has that role and name. */
  readonly press: (role: "button" | "link", name: string) => Promise<void>
  /** Ticks a box or chooses a radio button. */
  readonly tick: (label: string) => Promise<void>
  /** Chooses the slots, two or one beside the other, and does with them what the menu or the button says. */
  readonly act: (slots: readonly [Slot, ...ReadonlyArray<Slot>], action: string) => Promise<void>
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })

/** By mouse, right click for the menu of a cell; the keys only type. */
export const byMouse = (page: Page): Hands => ({
  script: true,
  type: async (label, text) => {
    await page.getByLabel(label, { exact: true }).click({ clickCount: 3 })
    await page.keyboard.type(text)
  },
  press: (role, name) => page.getByRole(role, { name, exact: true }).first().click(),
  tick: (label) => page.getByLabel(label).click(),
  act: async (slots, action) => {
    const [first, ...rest] = slots
    const last = rest.at(-1)
    if (last !== undefined) {
      await slotOf(page, ...first).click()
      await slotOf(page, ...last).click({ modifiers: ["Shift"] })
      for (const slot of slots) expect(await slotOf(page, ...slot).isChecked()).toBe(true)
    }
    await slotOf(page, ...(last ?? first)).click({ button: "right" })
    await page.getByRole("menuitem", { name: action }).click()
  }
})

/** By keyboard alone: Tab, arrows, Space, Enter and the menu key. */
export const byKeyboard = (page: Page): Hands => {
  const isHere = (target: Locator) => target.evaluate((element) => element.ownerDocument.activeElement === element)
  /** Goes on with a key until the target has the focus. */
  const reach = async (target: Locator, key: string, most: number) => {
    await target.waitFor()
    for (let i = 0; i < most; i++) {
      if (await isHere(target)) return
      await page.keyboard.press(key)
    }
    throw new Error(`${most} times ${key} did not lead to ${target}`)
  }
  const tabTo = (target: Locator) => reach(target, "Tab", 60)
  const toCell = async ([activityId, day]: Slot) => {
    const target = slotOf(page, activityId, day)
    const inGrid = page.locator("table[role=grid] [tabindex='0']")
    await tabTo(inGrid)
    await page.keyboard.press("Control+Home")
    const columns = await page
      .locator("table[role=grid] tbody tr:has(td)")
      .evaluateAll(
        (rows, slot) =>
          rows.map((row) =>
            [...row.querySelectorAll("td")].findIndex(
              (cell) => cell.querySelector("input")?.getAttribute("value") === slot
            )
          ),
        `${activityId}|${day}`
      )
    const row = columns.findIndex((column) => column !== -1)
    for (let i = 0; i < row; i++) await page.keyboard.press("ArrowDown")
    for (let i = 0; i < (columns[row] ?? 0); i++) await page.keyboard.press("ArrowRight")
    expect(await isHere(target)).toBe(true)
  }
  return {
    script: true,
    type: async (label, text) => {
      await tabTo(page.getByLabel(label, { exact: true }))
      await page.keyboard.press("Control+a")
      await page.keyboard.type(text)
    },
    press: async (role, name) => {
      await tabTo(page.getByRole(role, { name, exact: true }).first())
      await page.keyboard.press("Enter")
    },
    tick: async (label) => {
      await tabTo(page.getByLabel(label))
      await page.keyboard.press("Space")
    },
    act: async (slots, action) => {
      const [first, ...rest] = slots
      await toCell(first)
      if (rest.length > 0) {
        await page.keyboard.press("Space")
        for (const slot of rest) await reach(slotOf(page, ...slot), "Shift+ArrowRight", 7)
        for (const slot of slots) expect(await slotOf(page, ...slot).isChecked()).toBe(true)
      }
      await page.keyboard.press("ContextMenu")
      await reach(page.getByRole("menuitem", { name: action }), "ArrowDown", 4)
      await page.keyboard.press("Enter")
    }
  }
}

/** With script off: boxes and buttons. */
export const withoutScript = (page: Page): Hands => ({
  script: false,
  type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
  press: (role, name) => page.getByRole(role, { name, exact: true }).first().click(),
  tick: (label) => page.getByLabel(label).check(),
  act: async (slots, action) => {
    for (const slot of slots) await slotOf(page, ...slot).check()
    await button(page, action).click()
  }
})
