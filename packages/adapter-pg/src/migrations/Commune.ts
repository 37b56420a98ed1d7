/** How a table belongs to a commune: one column, one policy, and only the rights that the application needs. */
import { appRole } from "../Roles.ts"

/** What the application may do with the rows of a table. */
export type Right = "SELECT" | "INSERT" | "UPDATE" | "DELETE"

/** The commune of the current transaction, `NULL` where none is set; what it was before leaves `''` behind. */
const currentCommune = "nullif(current_setting('portail.commune', true), '')::int"

/** The first column of a table: filled by the setting, so that a write outside of a commune fails. */
export const communeColumn = `commune_id int NOT NULL DEFAULT ${currentCommune}`

/** The statements that put a table under forced row security and give the application its rights. */
export const held = (table: string, rights: ReadonlyArray<Right>): ReadonlyArray<string> => [
  `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
  `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
  `CREATE POLICY of_commune ON ${table} USING (commune_id = ${currentCommune}) WITH CHECK (commune_id = ${currentCommune})`,
  granted(table, rights)
]

/** The statement that gives the application its rights on a table. */
export const granted = (table: string, rights: ReadonlyArray<Right>): string =>
  `GRANT ${rights.join(", ")} ON ${table} TO ${appRole}`

/** The clauses of every function: it has no more rights than who calls it. */
export const asCaller = "LANGUAGE plpgsql SECURITY INVOKER"

/**
 * The statements that begin a function of one commune, which is `p_commune`. In a transaction of that commune they
 * change nothing, in one of another they fail; elsewhere the setting ends with the call.
 */
export const enter = `IF coalesce(current_setting('portail.commune', true), '') NOT IN ('', p_commune::text) THEN
      RAISE EXCEPTION 'A read within a write of another commune';
    END IF;
    PERFORM set_config('portail.commune', p_commune::text, true);`

/** The statement that goes on to a commune, in a function for all of them; such a function goes back at its end. */
export const goTo = (commune: string): string => `PERFORM set_config('portail.commune', ${commune}::text, true);`
