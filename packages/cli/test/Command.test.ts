import { describe, expect, it } from "vitest"
import { readCommand } from "../src/Command.ts"

describe("Command", () => {
  it.each([
    [["serve", "--demo"], { _tag: "Serve", demo: true }],
    [["serve"], { _tag: "Serve", demo: false }],
    [["migrate"], { _tag: "Migrate" }],
    [["staff", "list", "--commune", "chenex"], { _tag: "StaffList", commune: "chenex" }],
    [["staff", "revoke", "--commune", "chenex", "--id", "3"], { _tag: "StaffRevoke", commune: "chenex", id: 3 }],
    [
      ["staff", "make", "--commune", "chenex", "--name", "Anne", "--roles", "agent, admin"],
      { _tag: "StaffMake", commune: "chenex", name: "Anne", roles: ["agent", "admin"], facilities: null, hours: 24 }
    ],
    [["commune", "import", "a.json"], { _tag: "CommuneImport", file: "a.json" }],
    [["commune", "export", "chenex"], { _tag: "CommuneExport", slug: "chenex" }],
    [[], { _tag: "Help" }],
    [["serve", "-h"], { _tag: "Help" }]
  ])("reads %j", (args, command) => {
    expect(readCommand(args)).toEqual(command)
  })

  it.each([
    [["sevre"], "do not know"],
    [["serve", "--prod"], "--prod"],
    [["staff", "make", "--commune", "chenex"], "--name is missing"],
    [["staff", "revoke", "--commune", "chenex", "--id", "x"], "whole number"],
    [["commune", "delete", "chenex"], "do not know"]
  ])("refuses %j in a sentence", (args, said) => {
    const command = readCommand(args)
    expect(command._tag).toBe("Refused")
    expect("message" in command && command.message).toContain(said)
  })
})
