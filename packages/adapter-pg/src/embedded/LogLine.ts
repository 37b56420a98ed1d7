/**
 * Which lines of PostgreSQL's log a person at the terminal needs: that the machine fails it, not that it starts and
 * stops, nor what is wrong with a statement, whose values can be personal data.
 */

/** The prefix that makes lines readable here: time, process, SQLSTATE. */
export const linePrefix = "%m [%p] %e "

const form = /^[-\d]+ [:.\d]+ \w+ \[\d+\] ([0-9A-Z]{5}) ([A-Z]+\d?): /

// Out of resources, stopped by the operator's machine, disk and files, limits of the program, damage, configuration.
const ofTheMachine = /^(53|54|58|F0|XX)/

// Connections that end or are turned back because PostgreSQL stops, starts or recovers: the portal knows and tries again.
const passing = /^57P0[1-5]/

/**
 * Whether to show a line. One of another form is shown, as PostgreSQL could not read its own settings yet; one that only
 * goes on with the message before is not.
 */
export const isWorthTelling = (line: string): boolean => {
  if (line.startsWith("\t")) return false
  const [, state = "", severity = ""] = form.exec(line) ?? []
  if (severity === "") return true
  if (passing.test(state)) return false
  return severity === "WARNING" || severity === "FATAL" || severity === "PANIC" || ofTheMachine.test(state)
}
