import { sql } from 'kysely'
import { db } from '#db/client.ts'

/** A copy for another school, read there; phases and software come along, authors and experience do not. */
export async function insertCopy(
  originalId: string,
  copy: { schoolId: string; personId: string; at: Date; clientKey: string },
) {
  const { rows } = await sql<{ id: string; number: number }>`
    insert into lesson_concepts (school_id, title, aim, subjects, grade_levels, school_forms, duration_lessons,
      competencies, equipment, variants, licence, visibility, adopted_from, adopted_school, created_by, created_at,
      changed_at, client_key)
    select ${copy.schoolId}, l.title, l.aim, l.subjects, l.grade_levels, l.school_forms, l.duration_lessons,
      l.competencies, l.equipment, l.variants, l.licence, 'school', l.id, s.name, ${copy.personId}, ${copy.at},
      ${copy.at}, ${copy.clientKey}
    from lesson_concepts l join schools s on s.id = l.school_id where l.id = ${originalId}
    on conflict do nothing returning id, number`.execute(db())
  const made = rows[0]
  if (!made) return undefined
  await sql`insert into lesson_phases (lesson_id, position, phase, minutes, activity, media)
    select ${made.id}::uuid, position, phase, minutes, activity, media from lesson_phases
    where lesson_id = ${originalId}`.execute(db())
  await sql`insert into lesson_software (lesson_id, product_id)
    select ${made.id}::uuid, product_id from lesson_software where lesson_id = ${originalId}`.execute(
    db(),
  )
  await db()
    .insertInto('lessonAuthors')
    .values({ lessonId: made.id, personId: copy.personId })
    .execute()
  return made
}

type Use = { lessonId: string; schoolId: string; schoolYear: string }

export async function putUse(use: Use & { note: string; saidBy: string; saidAt: Date }) {
  await db()
    .insertInto('lessonUses')
    .values(use)
    .onConflict((conflict) =>
      conflict
        .columns(['lessonId', 'schoolId', 'schoolYear'])
        .doUpdateSet({ note: use.note, saidBy: use.saidBy, saidAt: use.saidAt }),
    )
    .execute()
}

export async function deleteUse({ lessonId, schoolId, schoolYear }: Use): Promise<void> {
  await db()
    .deleteFrom('lessonUses')
    .where('lessonId', '=', lessonId)
    .where('schoolId', '=', schoolId)
    .where('schoolYear', '=', schoolYear)
    .execute()
}

/** Audience: who made a lesson concept. */
export const authorsToTell = (lessonId: string) =>
  db().selectFrom('lessonAuthors').where('lessonId', '=', lessonId).select('personId')
