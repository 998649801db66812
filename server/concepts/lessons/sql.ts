import { type Insertable, sql, type SqlBool, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { LessonConcepts } from '#db/types.ts'
import type { Licence } from '#server/projects/contract.ts'
import type { LessonAuthor, LessonUse, LessonVisibility, Phase } from './contract.ts'

const TEXTS = [
  'l.title',
  'l.aim',
  'l.subjects',
  'l.gradeLevels',
  'l.schoolForms',
  'l.durationLessons',
  'l.competencies',
  'l.equipment',
  'l.variants',
  'l.experience',
  'l.lastTaught',
] as const

/** A lesson concept with what its rights follow from, for this person. */
export const withTies = (personId: string | null) =>
  db()
    .selectFrom('lessonConcepts as l')
    .innerJoin('schools as s', 's.id', 'l.schoolId')
    .select([
      'l.id',
      'l.number',
      'l.schoolId',
      'l.plgId',
      'l.adoptedFrom',
      'l.adoptedSchool',
      'l.publishedAt',
      'l.changedAt',
      'l.deletedAt',
      'l.version',
      's.name as schoolName',
      's.slug as schoolSlug',
      's.schoolForm',
      sql<LessonVisibility>`l.visibility`.as('visibility'),
      sql<Licence | null>`l.licence`.as('licence'),
      sql<boolean>`exists (select 1 from lesson_authors a where a.lesson_id = l.id
        and a.person_id = ${personId}::uuid)`.as('isAuthor'),
      sql<boolean>`exists (select 1 from plg_members m where m.plg_id = l.plg_id
        and m.person_id = ${personId}::uuid and m.state = 'active')`.as('isInPlg'),
      sql<boolean>`exists (select 1 from concepts c join concept_people p on p.concept_id = c.id
        where c.school_id = l.school_id and c.state = 'active' and p.person_id = ${personId}::uuid
          and p.role in ('editor', 'publisher'))`.as('isEditor'),
    ])
    .select(TEXTS)

export type LessonRow = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

export const findByNumber = (number: number, personId: string | null) =>
  withTies(personId).where('l.number', '=', number).executeTakeFirst()

export const findById = (id: string, personId: string | null) =>
  withTies(personId).where('l.id', '=', id).executeTakeFirst()

export const listByIds = (ids: string[], personId: string | null) =>
  withTies(personId)
    .where('l.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('l.deletedAt', 'is', null)
    .execute()

export const MOST_OF_SCHOOL = 500

/** All of a school, the last changed first; whoever asks looks at the rights. */
export const listOfSchool = (schoolId: string, personId: string) =>
  withTies(personId)
    .where('l.schoolId', '=', schoolId)
    .where('l.deletedAt', 'is', null)
    .orderBy('l.changedAt', 'desc')
    .orderBy('l.id')
    .limit(MOST_OF_SCHOOL)
    .execute()

const rowsOf = <T>(query: ReturnType<typeof sql>) => sql<T[]>`coalesce((${query}), '[]')`

/** What belongs to a lesson concept beside its row, in one query. */
export function findParts(id: string) {
  return db()
    .selectFrom('lessonConcepts as l')
    .where('l.id', '=', id)
    .select([
      rowsOf<Phase>(sql`select json_agg(json_build_object('phase', p.phase, 'minutes', p.minutes,
        'activity', p.activity, 'media', p.media) order by p.position)
        from lesson_phases p where p.lesson_id = l.id`).as('phases'),
      rowsOf<LessonAuthor>(sql`select json_agg(json_build_object('personId', a.person_id,
        'name', p.first_name || ' ' || p.last_name, 'isNamed', a.is_named)
        order by p.last_name, p.first_name, p.id)
        from lesson_authors a join persons p on p.id = a.person_id where a.lesson_id = l.id`).as(
        'authors',
      ),
      rowsOf<LessonUse>(sql`select json_agg(json_build_object('schoolId', u.school_id, 'school', s.name,
        'schoolYear', u.school_year, 'note', u.note) order by u.school_year desc, s.name)
        from lesson_uses u join schools s on s.id = u.school_id where u.lesson_id = l.id`).as(
        'uses',
      ),
      rowsOf<{
        id: string
        name: string
      }>(sql`select json_agg(json_build_object('id', p.id, 'name', p.name)
        order by p.name) from lesson_software w join software_products p on p.id = w.product_id
        where w.lesson_id = l.id`).as('software'),
    ])
    .executeTakeFirst()
}

/** Colleagues who can be named as authors, and the person's own PLGs. */
export async function findChoices(schoolId: string, personId: string) {
  const [people, plgs] = await Promise.all([
    db()
      .selectFrom('memberships as m')
      .innerJoin('persons as p', 'p.id', 'm.personId')
      .where('m.schoolId', '=', schoolId)
      .where('m.state', '=', 'confirmed')
      .select(['p.id', 'p.firstName', 'p.lastName'])
      .distinct()
      .orderBy('p.lastName')
      .orderBy('p.firstName')
      .orderBy('p.id')
      .execute(),
    db()
      .selectFrom('plgMembers as m')
      .innerJoin('plgs as g', 'g.id', 'm.plgId')
      .where('m.personId', '=', personId)
      .where('m.state', '=', 'active')
      .select(['g.id', 'g.title'])
      .orderBy('g.title')
      .execute(),
  ])
  return { people, plgs }
}

export function insertLesson(row: Insertable<LessonConcepts>) {
  return db()
    .insertInto('lessonConcepts')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number'])
    .executeTakeFirst()
}

export const findByKey = (personId: string, clientKey: string) =>
  db()
    .selectFrom('lessonConcepts')
    .where('createdBy', '=', personId)
    .where('clientKey', '=', clientKey)
    .select(['id', 'number'])
    .executeTakeFirst()

export async function lockLesson(number: number): Promise<void> {
  await db()
    .selectFrom('lessonConcepts')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .execute()
}

export async function updateLesson(id: string, set: Updateable<LessonConcepts>): Promise<void> {
  await db()
    .updateTable('lessonConcepts')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Parts = { phases: Phase[]; productIds: string[]; authors: string[] }

/** Phases and software anew; of the authors only who came or went, because each has said something about the own name. */
export async function replaceParts(lessonId: string, { phases, productIds, authors }: Parts) {
  await db().deleteFrom('lessonPhases').where('lessonId', '=', lessonId).execute()
  if (phases.length > 0)
    await db()
      .insertInto('lessonPhases')
      .values(phases.map((phase, position) => ({ lessonId, position, ...phase })))
      .execute()
  await db().deleteFrom('lessonSoftware').where('lessonId', '=', lessonId).execute()
  if (productIds.length > 0)
    await db()
      .insertInto('lessonSoftware')
      .values(productIds.map((productId) => ({ lessonId, productId })))
      .execute()
  await db()
    .deleteFrom('lessonAuthors')
    .where('lessonId', '=', lessonId)
    .where(sql<SqlBool>`person_id <> all(${authors}::uuid[])`)
    .execute()
  await db()
    .insertInto('lessonAuthors')
    .values(authors.map((personId) => ({ lessonId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateName(lessonId: string, personId: string, isNamed: boolean) {
  await db()
    .updateTable('lessonAuthors')
    .set({ isNamed })
    .where('lessonId', '=', lessonId)
    .where('personId', '=', personId)
    .execute()
}

/** Ids of software by the names of the directory, in lower case. */
export function listProducts(names: string[]) {
  return db()
    .selectFrom('softwareProducts')
    .where(sql<SqlBool>`lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])`)
    .where('state', 'in', ['listed', 'proposed'])
    .select(['id', 'name'])
    .execute()
}

export async function hasOtherCopy(schoolId: string, adoptedFrom: string): Promise<boolean> {
  const found = await db()
    .selectFrom('lessonConcepts')
    .where('schoolId', '=', schoolId)
    .where('adoptedFrom', '=', adoptedFrom)
    .where('deletedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}
