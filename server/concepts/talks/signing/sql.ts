import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { TalkSignatures } from '#db/types.ts'
import type { Side } from '../contract.ts'

export async function listSignatures(talkId: string) {
  const { rows } = await sql<{
    side: Side
    signedAt: Date
    name: string | null
  }>`select s.side, s.signed_at, p.first_name || ' ' || p.last_name as name
    from talk_signatures s left join persons p on p.id = s.person_id where s.talk_id = ${talkId}
    order by s.signed_at`.execute(db())
  return rows
}

/** One a side. @returns how many there are then; the second closes the talk */
export async function insertSignature(row: Insertable<TalkSignatures>): Promise<void> {
  await db()
    .insertInto('talkSignatures')
    .values(row)
    .onConflict((conflict) => conflict.columns(['talkId', 'side']).doNothing())
    .execute()
}

/** The concept of the school that lives. */
export function findConcept(schoolId: string) {
  return db()
    .selectFrom('concepts')
    .where('schoolId', '=', schoolId)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()
}

type Entry = {
  conceptId: string
  talkId: string
  day: string
  what: string
  benefit: string
  nextStep: string
  authorId: string
  at: Date
}

/** An entry of the concept's log that points at the talk; taken twice it is the same entry. */
export async function insertEntry(entry: Entry): Promise<void> {
  await db()
    .insertInto('conceptReflections')
    .values({
      ...{ conceptId: entry.conceptId, heldOn: entry.day, context: 'equipment_talk' },
      ...{ sourceKind: 'equipment-talk', sourceId: entry.talkId, whatWeDid: entry.what },
      ...{ benefit: entry.benefit, nextStep: entry.nextStep, authorId: entry.authorId },
      ...{ createdAt: entry.at, clientKey: entry.talkId },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
