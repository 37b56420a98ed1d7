/**
 * What the portal is measured against: the month's lines by bare Fastify and pg, with one prepared statement and no
 * session, no authorisation and no row security. The rows that pg reads are written by Fastify's serialiser; JSON
 * written by the database and handed on as text was slower.
 */
import fastify from "fastify"
import pg from "pg"

// Days stay text: reading them as Date would cost the baseline more and give another answer.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const month = `SELECT activity_id, day, payer_id, reservation, refusal, absence, absence_reason, absence_text, outcome,
    attendance
  FROM booking WHERE commune_id = $1 AND child_id = $2 AND day BETWEEN $3 AND $4`

const text = { type: "string" }
const number = { type: "integer" }
const line = {
  type: "object",
  properties: {
    activity_id: text,
    day: text,
    payer_id: number,
    reservation: number,
    refusal: { ...text, nullable: true },
    absence: number,
    absence_reason: { ...number, nullable: true },
    absence_text: { ...text, nullable: true },
    outcome: { ...number, nullable: true },
    attendance: number
  }
}

interface Asked {
  readonly Params: { readonly commune: string; readonly child: string }
  readonly Querystring: { readonly from: string; readonly to: string }
}

const app = fastify()

app.get<Asked>(
  "/children/:commune/:child",
  { schema: { response: { 200: { type: "array", items: line } } } },
  async ({ params, query }) => {
    const values = [params.commune, params.child, query.from, query.to]
    return (await pool.query({ name: "month", text: month, values })).rows
  }
)

await app.listen({ host: "127.0.0.1", port: Number(process.env.PORT) })
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.once(signal, async () => {
    await app.close()
    await pool.end()
  })
