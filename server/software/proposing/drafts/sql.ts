import { sql } from 'kysely'
import { db } from '#db/client.ts'
import { type Draft, DRAFT_DAYS, type DraftFields } from './contract.ts'

/** One at a time of a person: counts are exact. */
export async function lockDraftsOf(personId: string): Promise<void> {
  await db().selectFrom('persons').where('id', '=', personId).select('id').forUpdate().execute()
}

const own = (personId: string) =>
  db().selectFrom('proposalDrafts').where('personId', '=', personId).where('deletedAt', 'is', null)

export function list(personId: string) {
  return own(personId)
    .orderBy('savedAt', 'desc')
    .orderBy('id')
    .select(['id', 'name', 'savedAt'])
    .execute()
}

export async function find(personId: string, id: string): Promise<Draft | undefined> {
  return own(personId)
    .where('id', '=', id)
    .select(['id', 'name', 'version', sql<DraftFields>`fields`.as('fields')])
    .executeTakeFirst()
}

type Row = { name: string; fields: DraftFields; savedAt: Date }

/** The same form again is the same draft. */
export async function insert({
  fields,
  ...row
}: Row & { personId: string; clientKey: string }): Promise<string> {
  const text = JSON.stringify(fields)
  const { id } = await db()
    .insertInto('proposalDrafts')
    .values({ ...row, fields: text })
    .onConflict((conflict) =>
      conflict
        .columns(['personId', 'clientKey'])
        .doUpdateSet({ name: row.name, fields: text, savedAt: row.savedAt, deletedAt: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** @returns false where another window has saved or deleted it since */
export async function update(
  personId: string,
  { id, version }: { id: string; version: number },
  { fields, ...row }: Row,
): Promise<boolean> {
  const made = await db()
    .updateTable('proposalDrafts')
    .set((eb) => ({ ...row, fields: JSON.stringify(fields), version: eb('version', '+', 1) }))
    .where('personId', '=', personId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deletedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** @returns false where this person has none of this id */
export async function setDeleted(
  personId: string,
  id: string,
  deletedAt: Date | null,
): Promise<boolean> {
  const row = await db()
    .updateTable('proposalDrafts')
    .set({ deletedAt })
    .where('personId', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What became a proposal. */
export async function remove(personId: string, id: string): Promise<void> {
  await db()
    .deleteFrom('proposalDrafts')
    .where('personId', '=', personId)
    .where('id', '=', id)
    .execute()
}

const DAY = 86_400_000

/** What nobody has saved for long, and what was deleted a day ago. */
export async function removeOld(now: Date): Promise<void> {
  const [old, gone] = [DRAFT_DAYS, 1].map((days) => new Date(now.getTime() - days * DAY))
  await sql`delete from proposal_drafts where saved_at < ${old}::timestamptz
    or deleted_at < ${gone}::timestamptz`.execute(db())
}
