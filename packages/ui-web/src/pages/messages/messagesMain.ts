import type { ServedCommune } from "@portail-famille/core/Commune"
import { ofInstant } from "@portail-famille/core/Day"
import { isUnread, type Message } from "@portail-famille/core/Message"
import { longDateInSentence } from "@portail-famille/core/words/dates"
import { Empty } from "../../components/Empty.ts"
import { Icon } from "../../components/Icon.ts"
import { attributes, type Html, html } from "../../Html.ts"

/** The inbox: what staff posted, newest first, what is unread marked by a word (S20, S128). */
export const messagesMain = (
  commune: ServedCommune,
  messages: ReadonlyArray<Message>
): Html => html`<h1>Boîte de réception</h1>
${
  messages.length === 0
    ? Empty({
        icon: "inbox",
        title: "Aucun message",
        text: "Quand la mairie vous écrit, ses messages s'affichent ici."
      })
    : html`<ul class="messages">${messages.map((message) => line(commune, message))}</ul>`
}`

/** One message, opened. Line breaks are kept, and nothing else is read in the text. */
export const messageMain = (commune: ServedCommune, message: Message): Html => html`<h1>${message.subject}</h1>
<p class="hint">${from(commune, message)}</p>
${message.body
  .split(/(?:\r?\n){2,}/u)
  .map((paragraph) => html`<p>${paragraph.split(/\r?\n/u).map((part, i) => (i === 0 ? part : html`<br>${part}`))}</p>`)}
<p><a href="/messages">${Icon("previous")} Revenir à la boîte de réception</a></p>`

const line = (commune: ServedCommune, message: Message): Html => {
  const unread = isUnread(message)
  return html`<li${attributes({ class: unread ? "unread" : null })}><a href="/messages/${message.id}">${message.subject}</a>${
    unread ? html` <b class="tag">Non lu</b>` : null
  }<small>${from(commune, message)}</small></li>`
}

const from = ({ timeZone }: ServedCommune, { from: sender, postedAt }: Message): Html => {
  const day = ofInstant(postedAt, timeZone)
  return html`${sender}, <time datetime="${day}">${longDateInSentence(day)}</time>`
}
