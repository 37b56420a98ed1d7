import { check, type PasswordContext, type PasswordPolicy } from "@portail-famille/core/Password"

/** Tells the password's rules live (S14-S18), by the very check of the server; the page holds their words. */
for (const list of document.querySelectorAll<HTMLElement>("ul.rules[data-for]")) {
  const input = document.getElementById(list.dataset.for ?? "")
  const policy = JSON.parse(list.dataset.policy ?? "{}") as PasswordPolicy
  const context = JSON.parse(list.dataset.context ?? "{}") as PasswordContext
  input?.addEventListener("input", () => {
    const typed = (input as HTMLInputElement).value
    const broken = new Set<string>(check(policy, typed, context).map(({ _tag }) => _tag))
    for (const rule of list.querySelectorAll<HTMLElement>("[data-rule]")) {
      const kept = typed !== "" && (rule.dataset.rule ?? "").split(" ").every((tag) => !broken.has(tag))
      rule.toggleAttribute("data-kept", kept)
    }
  })
}

/** Lets whoever types see the password. */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-show]")) {
  const input = document.getElementById(button.getAttribute("aria-controls") ?? "") as HTMLInputElement
  button.hidden = false
  button.addEventListener("click", () => {
    const shown = input.type === "password"
    input.type = shown ? "text" : "password"
    button.textContent = (shown ? button.dataset.hide : button.dataset.show) ?? ""
    button.setAttribute("aria-pressed", String(shown))
  })
}
