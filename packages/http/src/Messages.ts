/**
 * The adult's inbox (S126-S129). Opening a message marks it as read (S20).
 */
import { Message } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { family, MayCall } from "./Caller.ts"
import { InCommune, Refusals, SessionSent, SignedIn } from "./Door.ts"
import { inPath } from "./Input.ts"
import { problems } from "./Problem.ts"

export class MessagesGroup extends HttpApiGroup.make("messages")
  .add(
    HttpApiEndpoint.get("list", "/messages", { success: Schema.Array(Message.Message) }).annotate(MayCall, family),
    HttpApiEndpoint.get("read", "/messages/:messageId", {
      params: { messageId: inPath(Message.MessageId) },
      success: Message.Message,
      error: problems(404)
    }).annotate(MayCall, family)
  )
  .middleware(SignedIn)
  .middleware(SessionSent)
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
