import { MessageId } from "@portail-famille/core/Message"
import { listMessages, readMessage } from "@portail-famille/core/services/Mailboxes"
import { visit } from "@portail-famille/core/services/SignIn"
import { Effect } from "effect"
import { familyPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { idIn } from "../ids.ts"
import { messageMain, messagesMain } from "./messagesMain.ts"

/** The inbox (S128). */
const inboxPage = familyPage({
  method: "GET",
  path: "/messages",
  handle: Effect.fnUntraced(function* (asked) {
    const messages = yield* listMessages(asked.commune, asked.actor)
    return yield* draw(asked, {
      title: "Boîte de réception",
      entry: "inbox",
      main: messagesMain(asked.commune, messages)
    })
  })
})

/** One message: opening it marks it as read, and the counter of that very page says so (S20). */
const messagePage = familyPage({
  method: "GET",
  path: "/messages/:messageId",
  handle: Effect.fnUntraced(function* (asked) {
    const { commune, actor, digest, today } = asked
    const message = yield* readMessage(commune, actor, yield* idIn(MessageId, "message", asked.params.messageId))
    const visitor = yield* visit(commune, digest)
    return yield* draw(
      { commune, today, visitor },
      { title: message.subject, entry: "inbox", main: messageMain(commune, message) }
    )
  })
})

/** The pages of the inbox. */
export const messagesPages = [inboxPage, messagePage] as const
