import { type Insertable, sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { ProjectSoftware, Projects } from '#db/types.ts'
import type { MemberOf } from '#server/plg/policy.ts'
import type { Dimension } from '#server/plg/inquiry/contract.ts'
import type {
  Author,
  Equipment,
  Kind,
  Licence,
  SchoolClass,
  Software,
  Status,
  Visibility,
} from './contract.ts'

const ROW = [
  'projects.id',
  'projects.number',
  'projects.plgId',
  'projects.cycle',
  'projects.title',
  'projects.summary',
  'projects.subjects',
  'projects.gradeBands',
  'projects.competencies',
  'projects.startsOn',
  'projects.endsOn',
  'projects.publishedAt',
  'projects.withdrawnAt',
  'projects.adoptedFrom',
  'projects.createdAt',
  'projects.changedAt',
  'projects.deletedAt',
  'projects.version',
] as const

/** A Vorhaben with what its rights follow from: the kind of its PLG, and this person's part in it. */
function projects(personId: string | null) {
  return db()
    .selectFrom('projects')
    .innerJoin('plgs', 'plgs.id', 'projects.plgId')
    .select(ROW)
    .select([
      'plgs.kind as plgKind',
      'plgs.slug as plgSlug',
      'plgs.title as plgTitle',
      sql<Kind>`projects.kind`.as('kind'),
      sql<Status>`projects.status`.as('status'),
      sql<Dimension | null>`projects.dimension`.as('dimension'),
      sql<Visibility>`projects.visibility`.as('visibility'),
      sql<Licence | null>`projects.licence`.as('licence'),
      sql<boolean>`exists (select 1 from project_authors a where a.project_id = projects.id
        and a.person_id = ${personId}::uuid)`.as('isAuthor'),
      sql<boolean>`exists (select 1 from plg_members m where m.plg_id = projects.plg_id
        and m.person_id = ${personId}::uuid and m.state = 'active')`.as('isInside'),
    ])
}

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

export const findByNumber = (number: number, personId: string | null) =>
  projects(personId).where('projects.number', '=', number).executeTakeFirst()

export const findById = (id: string, personId: string | null) =>
  projects(personId).where('projects.id', '=', id).executeTakeFirst()

/** Those among `ids` that are there; whoever asks looks at the reader's rights. */
export const listByIds = (ids: string[], personId: string | null) =>
  projects(personId)
    .where('projects.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('projects.deletedAt', 'is', null)
    .execute()

/** The Vorhaben of a PLG: what is under way first, then the last changed. */
export function listOfPlg({ plgId, personId }: MemberOf, limit: number, offset: number) {
  return projects(personId)
    .where('projects.plgId', '=', plgId)
    .where('projects.deletedAt', 'is', null)
    .orderBy(
      sql`array_position(array['running', 'planned', 'draft', 'completed', 'stopped'], projects.status)`,
    )
    .orderBy('projects.changedAt', 'desc')
    .orderBy('projects.number', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countOfPlg({ plgId }: MemberOf): Promise<number> {
  const { count } = await db()
    .selectFrom('projects')
    .where('plgId', '=', plgId)
    .where('deletedAt', 'is', null)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const rowsOf = <T>(query: ReturnType<typeof sql>) => sql<T[]>`coalesce((${query}), '[]')`

/** What belongs to a Vorhaben beside its row, in one query. */
export function findParts(id: string) {
  return db()
    .selectFrom('projects')
    .where('projects.id', '=', id)
    .select(['projects.planHtml', 'projects.planDocumentId'])
    .select([
      rowsOf<Software>(sql`select json_agg(json_build_object('name', s.name, 'purpose', s.purpose,
        'status', s.status) order by s.position) from project_software s
        where s.project_id = projects.id`).as('software'),
      rowsOf<Equipment>(sql`select json_agg(json_build_object('name', e.name, 'note', e.note)
        order by e.position) from project_equipment e where e.project_id = projects.id`).as(
        'equipment',
      ),
      rowsOf<SchoolClass>(sql`select json_agg(json_build_object('schoolId', c.school_id,
        'school', schools.name, 'gradeBand', c.grade_band, 'subject', c.subject,
        'pupils', c.pupils) order by c.position)
        from project_classes c join schools on schools.id = c.school_id
        where c.project_id = projects.id`).as('classes'),
      rowsOf<Author>(sql`select json_agg(json_build_object('personId', a.person_id,
        'name', p.first_name || ' ' || p.last_name, 'nameUse', a.name_use)
        order by p.last_name, p.first_name, p.id)
        from project_authors a join persons p on p.id = a.person_id
        where a.project_id = projects.id`).as('authors'),
    ])
    .executeTakeFirst()
}

/** Who can be named as an author, and the schools whose classes take part: those of the PLG. */
export async function findPeopleOf({ plgId }: MemberOf) {
  const [people, schools] = await Promise.all([
    db()
      .selectFrom('plgMembers as m')
      .innerJoin('persons as p', 'p.id', 'm.personId')
      .where('m.plgId', '=', plgId)
      .where('m.state', '=', 'active')
      .where('m.role', '<>', 'facilitator')
      .orderBy('p.lastName')
      .orderBy('p.firstName')
      .select(['p.id', 'p.firstName', 'p.lastName'])
      .execute(),
    db()
      .selectFrom('plgSeats as s')
      .innerJoin('schools', 'schools.id', 's.schoolId')
      .where('s.plgId', '=', plgId)
      .orderBy('schools.name')
      .select(['schools.id', 'schools.name'])
      .execute(),
  ])
  return { people, schools }
}

export async function cycleOf(plgId: string): Promise<number> {
  const { cycle } = await db()
    .selectFrom('plgs')
    .where('id', '=', plgId)
    .select('cycle')
    .executeTakeFirstOrThrow()
  return cycle
}

/** @returns undefined when this very form has made it before, or the PLG has this copy already */
export function insertProject(row: Insertable<Projects>) {
  return db()
    .insertInto('projects')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'number', 'title', 'plgId'])
    .executeTakeFirst()
}

export function findByKey(personId: string, clientKey: string) {
  return db()
    .selectFrom('projects')
    .innerJoin('plgs', 'plgs.id', 'projects.plgId')
    .where('projects.createdBy', '=', personId)
    .where('projects.clientKey', '=', clientKey)
    .select(['projects.id', 'projects.number', 'projects.title', 'plgs.slug as plgSlug'])
    .executeTakeFirst()
}

/** Has the PLG a copy of this one that stands? */
export async function hasCopy(plgId: string, adoptedFrom: string): Promise<boolean> {
  const row = await db()
    .selectFrom('projects')
    .where('plgId', '=', plgId)
    .where('adoptedFrom', '=', adoptedFrom)
    .where('deletedAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** From here to the end of the transaction nobody else changes this Vorhaben, or what belongs to it. */
export async function lockProject(number: number): Promise<void> {
  await db().selectFrom('projects').where('number', '=', number).select('id').forUpdate().execute()
}

/** Whoever copies something waits for who brings a copy back. */
export async function lockOriginal(id: string): Promise<void> {
  await db().selectFrom('projects').where('id', '=', id).select('id').forUpdate().execute()
}

/** Every change of the row counts its version up. */
export async function updateProject(
  id: string,
  set: Omit<Updateable<Projects>, 'version'>,
): Promise<void> {
  await db()
    .updateTable('projects')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Parts = {
  software: Software[]
  equipment: Equipment[]
  classes: Omit<SchoolClass, 'school'>[]
}

/** Puts these rows in the place of those that were there. */
export async function replaceParts(projectId: string, parts: Parts): Promise<void> {
  const placed = <Row extends object>(rows: Row[]) =>
    rows.map((row, position) => ({ ...row, projectId, position }))
  const before = await db()
    .deleteFrom('projectSoftware')
    .where('projectId', '=', projectId)
    .returning(['name', 'productId'])
    .execute()
  await db().deleteFrom('projectEquipment').where('projectId', '=', projectId).execute()
  await db().deleteFrom('projectClasses').where('projectId', '=', projectId).execute()
  if (parts.software.length > 0) await linkSoftware(projectId, placed(parts.software), before)
  if (parts.equipment.length > 0)
    await db().insertInto('projectEquipment').values(placed(parts.equipment)).execute()
  if (parts.classes.length > 0)
    await db().insertInto('projectClasses').values(placed(parts.classes)).execute()
}

type Linked = { name: string; productId: string | null }

/** Software named like an entry of the directory is that entry; what was linked stays so, also when that is renamed. */
async function linkSoftware(
  projectId: string,
  rows: Insertable<ProjectSoftware>[],
  before: Linked[],
): Promise<void> {
  const known = new Map(before.map(({ name, productId }) => [name, productId]))
  const linked = rows.map((row) => ({ ...row, productId: known.get(row.name) ?? null }))
  await db().insertInto('projectSoftware').values(linked).execute()
  await db()
    .updateTable('projectSoftware as w')
    .from('softwareProducts as p')
    .where('w.projectId', '=', projectId)
    .where('w.productId', 'is', null)
    .where('p.state', '=', 'listed')
    .where(sql<boolean>`search_key(p.name) = search_key(w.name)`)
    .set((eb) => ({ productId: eb.ref('p.id') }))
    .execute()
}

/** These are the authors from now on; what those who stay have said about their name stays. @returns who is new */
export async function replaceAuthors(projectId: string, personIds: string[]): Promise<string[]> {
  await db()
    .deleteFrom('projectAuthors')
    .where('projectId', '=', projectId)
    .where('personId', '<>', sql<string>`all(${personIds}::uuid[])`)
    .execute()
  const rows = await db()
    .insertInto('projectAuthors')
    .values(personIds.map((personId) => ({ projectId, personId })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .execute()
  return rows.map(({ personId }) => personId)
}

const authorsOf = (projectId: string) =>
  db()
    .selectFrom('projectAuthors as a')
    .innerJoin('projects as p', 'p.id', 'a.projectId')
    .where('a.projectId', '=', projectId)
    .where('p.deletedAt', 'is', null)
    .select('a.personId')

/** Those among `personIds` who are authors. */
export const authorsToTell = (projectId: string, personIds: string[]) =>
  authorsOf(projectId).where('a.personId', '=', sql<string>`any(${personIds}::uuid[])`)

/** All authors but this person. */
export const othersToTell = (projectId: string, personId: string) =>
  authorsOf(projectId).where('a.personId', '<>', personId)

/** Authors who have not said yet whether their name is shown. */
export const undecidedToTell = (projectId: string) =>
  authorsOf(projectId).where('a.nameUse', '=', 'pending')
