import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LabWishes } from '#db/types.ts'
import type { Frequency, WishOutcome } from './contract.ts'

export type WishRow = {
  id: string
  number: number
  authorId: string | null
  title: string
  purpose: string
  frequency: Frequency
  outcome: WishOutcome
  answer: string
  createdAt: Date
  answeredAt: Date | null
  deletedAt: Date | null
  version: number
  voices: number
  schools: number
  isMine: boolean
}

const wishes = (
  readerId: string | null,
) => sql`select w.id, w.number, w.author_id, w.title, w.purpose,
    w.frequency, w.outcome, w.answer, w.created_at, w.answered_at, w.deleted_at, w.version,
    v.voices, v.schools, v.is_mine
  from lab_wishes w cross join lateral (select count(*)::int as voices,
      count(distinct v.school_id)::int as schools,
      coalesce(bool_or(v.person_id = ${readerId}::uuid), false) as is_mine
    from lab_wish_voices v where v.wish_id = w.id) v`

/** What most miss comes first; what the SMZ has answered after what is open. */
export async function listWishes(
  readerId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`${wishes(readerId)} where w.deleted_at is null
    order by w.outcome <> 'open', v.voices desc, w.created_at desc, w.id
    limit ${limit}::int offset ${offset}::int`.execute(db())
  return rows
}

export async function countWishes(): Promise<number> {
  const { count } = await db()
    .selectFrom('labWishes')
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function listByIds(ids: string[]): Promise<WishRow[]> {
  const { rows } = await sql<WishRow>`${wishes(null)} where w.id = any(${ids}::uuid[])`.execute(
    db(),
  )
  return rows
}

/** From here to the end of the transaction nobody else changes it. */
export function lockWish(id: string) {
  return db()
    .selectFrom('labWishes')
    .where('id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
}

/** @returns undefined when this very form was sent before */
export function insertWish(row: Insertable<LabWishes>) {
  return db()
    .insertInto('labWishes')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authorId', 'clientKey']).doNothing())
    .returning('id')
    .executeTakeFirst()
}

export async function updateWish(
  id: string,
  row: Omit<Updateable<LabWishes>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('labWishes')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function insertVoice(voice: {
  wishId: string
  personId: string
  schoolId: string | null
  at: Date
}): Promise<void> {
  await db()
    .insertInto('labWishVoices')
    .values(voice)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteVoice(wishId: string, personId: string): Promise<void> {
  await db()
    .deleteFrom('labWishVoices')
    .where('wishId', '=', wishId)
    .where('personId', '=', personId)
    .execute()
}

/** Audience: who said that it is missing. */
export function voicesToTell(wishId: string, actorId: string) {
  return db()
    .selectFrom('labWishVoices as v')
    .innerJoin('labWishes as w', 'w.id', 'v.wishId')
    .where('w.id', '=', wishId)
    .where('w.deletedAt', 'is', null)
    .where('v.personId', '<>', actorId)
    .select('v.personId')
}
