import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** Agreed talks of rounds that have ended; `ends_on` is the first day after a round. */
export async function closeAgreed(today: string, at: Date): Promise<void> {
  await sql`update equipment_talks t set status = 'closed', closed_at = ${at}, changed_at = ${at},
      version = t.version + 1
    from equipment_cycles c
    where c.id = t.cycle_id and c.ends_on <= ${today}::date and t.status = 'agreed'`.execute(db())
}
