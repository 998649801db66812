import { sql } from 'kysely'
import { db } from '#db/client.ts'

export type Handed = { from: string; fromName: string; to: string; toName: string; at: Date }

/**
 * Lessons keep number, address, authors and where they are used. Which schools had them stays known, so that the draft in
 * the archive shows its matrix as it was.
 */
export async function moveLessons({ from, to, at }: Handed): Promise<void> {
  await sql`delete from lesson_former_schools f using lesson_concepts l
    where l.id = f.lesson_id and l.school_id = ${from} and f.school_id = ${to}`.execute(db())
  await sql`insert into lesson_former_schools (lesson_id, school_id, until)
    select id, ${from}::uuid, ${at} from lesson_concepts where school_id = ${from}
    on conflict (lesson_id, school_id) do update set until = excluded.until`.execute(db())
  await sql`update lesson_concepts set school_id = ${to}, is_inherited = true, version = version + 1
    where school_id = ${from}`.execute(db())
}

/** A text that belongs to a lesson is worked on where the lesson is; in the archive nobody could. */
export async function moveLessonTexts(fromConcept: string, toConcept: string): Promise<void> {
  await sql`update documents set concept_id = ${toConcept} where concept_id = ${fromConcept}
    and id in (select document_id from lesson_concepts where document_id is not null)`.execute(db())
}

/** A talk that was held stays the talk of that school, read by the one that carries on; one that was not moves or ends. */
export async function moveTalks({ from, fromName, to, toName, at }: Handed, by: string) {
  const reason = `Die Schule ist in „${toName}“ aufgegangen, dort gibt es ein eigenes Gespräch.`
  await sql`update equipment_talks t set status = 'closed', closed_at = ${at}, closed_by = ${by},
      close_reason = ${reason.slice(0, 500)}, changed_at = ${at}, version = t.version + 1
    where t.school_id = ${from} and t.status in ('open', 'scheduled', 'prepared') and exists (
      select from equipment_talks o where o.cycle_id = t.cycle_id and o.school_id = ${to} and o.held_as = '')`.execute(
    db(),
  )
  await sql`update equipment_talks set school_id = ${to}, version = version + 1,
      held_as = case when status in ('open', 'scheduled', 'prepared') or held_as <> '' then held_as
        else ${fromName.slice(0, 200)} end
    where school_id = ${from}`.execute(db())
}

/** What is there stands at a site that is called like the school it came from. */
export async function moveEquipment({ from, fromName, to, at }: Handed): Promise<void> {
  await sql`update inventory_snapshots set school_id = ${to},
      site = left(case when site = '' then ${fromName}::text else ${fromName}::text || ', ' || site end, 80)
    where school_id = ${from} and accepted_at is not null`.execute(db())
  await sql`update equipment_needs set school_id = ${to}, changed_at = ${at}, version = version + 1,
      site = left(case when site = '' then ${fromName}::text else ${fromName}::text || ', ' || site end, 80)
    where school_id = ${from}`.execute(db())
}
