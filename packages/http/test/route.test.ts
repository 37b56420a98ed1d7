import { describe, expect, it } from "vitest"
import { nameless } from "../src/server/Front.ts"

describe("a path in the log", () => {
  it.each([
    ["/api/children/12/bookings", "/api/children/:id/bookings"],
    ["/mot-de-passe/lien/q8-Vz3k_Jw0Yp2cR5tXn7bLm4sHd6fGa", "/mot-de-passe/lien/:id"],
    ["/api/staff/families/Zo%C3%A9%20DUPONT", "/api/staff/families/:id"],
    ["/martin.claire", "/:id"],
    ["/", "/"]
  ])("%s is %s", (path, route) => {
    expect(nameless(path)).toBe(route)
  })
})
