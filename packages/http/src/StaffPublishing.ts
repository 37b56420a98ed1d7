/**
 * What the commune tells its families: banner, documents, messages (S25, S39-S42, S144, S145).
 */
import { Adult, Document, Message } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { clean, inBody, inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

const headers = writeHeaders

/** The message of the home page; an empty one shows none. */
export const BannerInput = clean(Schema.Struct({ text: Schema.String.pipe(Schema.check(Schema.isMaxLength(2000))) }))

/** A message to an adult. */
export const MessageInput = clean(Schema.Struct({ ...Message.MessageRecord.fields, recipient: inBody(Adult.AdultId) }))

export class StaffPublishingGroup extends HttpApiGroup.make("staffPublishing")
  .add(
    HttpApiEndpoint.put("setBanner", "/banner", { headers, payload: BannerInput }).annotate(
      MayCall,
      staff("configure")
    ),
    HttpApiEndpoint.post("publish", "/documents", {
      headers,
      payload: clean(Document.DocumentRecord),
      success: Document.Document.pipe(HttpApiSchema.status(201))
    }).annotate(MayCall, staff("configure")),
    HttpApiEndpoint.delete("remove", "/documents/:documentId", {
      params: { documentId: inPath(Document.DocumentId) },
      headers,
      error: problems(404)
    }).annotate(MayCall, staff("configure")),
    HttpApiEndpoint.post("send", "/messages", {
      headers,
      payload: MessageInput,
      success: Message.Message.pipe(HttpApiSchema.status(201)),
      error: problems(404)
    }).annotate(MayCall, staff("sendMessage"))
  )
  .middleware(Once)
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
