import { sql, type Updateable } from 'kysely'
import { db } from '#db/client.ts'
import type { EquipmentTalks } from '#db/types.ts'
import type { TalkState } from './contract.ts'

/** Talks with their schools, and whether this person takes part. Whoever asks adds which. */
function talksWith(personId: string) {
  return db()
    .selectFrom('equipmentTalks as t')
    .innerJoin('schools', 'schools.id', 't.schoolId')
    .select([
      't.id',
      't.number',
      't.cycleId',
      't.schoolId',
      't.schoolYear',
      't.occasion',
      't.startsAt',
      't.endsAt',
      't.place',
      't.agenda',
      't.schoolNotes',
      't.schoolPreparedAt',
      't.authorityNotes',
      't.authorityPreparedAt',
      't.versionId',
      't.minutes',
      't.heldAt',
      't.agreedAt',
      't.content',
      't.closedAt',
      't.closeReason',
      't.takenOverAt',
      't.version',
      'schools.slug as schoolSlug',
      'schools.schoolForm',
      sql<TalkState>`t.status`.as('state'),
      // With whom it was held, where another school carries it on.
      sql<string>`case when t.held_as = '' then schools.name
        else t.held_as || ', jetzt ' || schools.name end`.as('school'),
      sql<string | null>`t.due_on::text`.as('dueOn'),
      sql<boolean>`exists (select from talk_people p where p.talk_id = t.id
        and p.person_id = ${personId})`.as('isInvited'),
    ])
}

export type TalkRow = NonNullable<Awaited<ReturnType<typeof findTalk>>>

export function findTalk(number: number, personId: string) {
  return talksWith(personId).where('t.number', '=', number).executeTakeFirst()
}

export function listCards(ids: string[], personId: string) {
  return talksWith(personId)
    .where('t.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
}

/** From here to the end of the transaction nobody else changes this talk. */
export function lockTalk(number: number) {
  return db()
    .selectFrom('equipmentTalks')
    .where('number', '=', number)
    .select('id')
    .forUpdate()
    .executeTakeFirst()
}

export async function updateTalk(id: string, row: Updateable<EquipmentTalks>): Promise<void> {
  await db()
    .updateTable('equipmentTalks')
    .set(row)
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

type Span = { size: number; offset: number }

/** Talks of these schools and those to which this person is invited, the newest first. */
export function listOwn(personId: string, schoolIds: string[], { size, offset }: Span) {
  return talksWith(personId)
    .where(ownBy(personId, schoolIds))
    .orderBy('t.createdAt', 'desc')
    .orderBy('t.number', 'desc')
    .limit(size)
    .offset(offset)
    .execute()
}

const ownBy = (personId: string, schoolIds: string[]) => sql<boolean>`t.id in (
  select o.id from equipment_talks o where o.school_id = any(${schoolIds}::uuid[])
  union select p.talk_id from talk_people p where p.person_id = ${personId})`

export function countOwn(personId: string, schoolIds: string[]) {
  return db()
    .selectFrom('equipmentTalks as t')
    .where(ownBy(personId, schoolIds))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
}

/** Audience: those who speak for the school of a talk. */
export const schoolSideOf = (talkId: string, now: Date) =>
  db()
    .selectFrom('memberships')
    .innerJoin('equipmentTalks', 'equipmentTalks.schoolId', 'memberships.schoolId')
    .where('equipmentTalks.id', '=', talkId)
    .where('memberships.role', 'in', ['principal', 'deputy_principal', 'digital_officer'])
    .where(isValid(now))
    .select('memberships.personId')
    .distinct()

const isValid = (
  now: Date,
) => sql<boolean>`memberships.state = 'confirmed' and memberships.valid_from <= ${now}
  and (memberships.valid_until is null or memberships.valid_until > ${now})`

/** Audience: who of the Amt takes part; as long as nobody does, everybody of it. */
export const authoritySideOf = (talkId: string, now: Date) =>
  db()
    .selectFrom('memberships')
    .where('memberships.role', 'in', ['school_authority_staff', 'release_manager'])
    .where(isValid(now))
    .where(
      sql<boolean>`(not exists (select from talk_people p where p.talk_id = ${talkId} and p.side = 'authority'
        and p.person_id is not null) or memberships.person_id in (select p.person_id from talk_people p
        where p.talk_id = ${talkId} and p.side = 'authority'))`,
    )
    .select('memberships.personId')
    .distinct()

/** Audience: this one person. */
export const personToTell = (personId: string) =>
  db().selectFrom('persons').where('id', '=', personId).select('id as personId')

/** Talks that come soon and were not told of; from then on they were. */
export async function takeNear(now: Date, until: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`update equipment_talks set reminded_at = ${now}
    where starts_at > ${now} and starts_at <= ${until} and reminded_at is null
      and status in ('scheduled', 'prepared') returning id`.execute(db())
  return rows.map(({ id }) => id)
}

export const isPreparedBy = (talkId: string) =>
  db()
    .selectFrom('equipmentTalks')
    .where('id', '=', talkId)
    .select(['schoolPreparedAt', 'authorityPreparedAt'])
    .executeTakeFirst()

export const talkIdsOfCycle = async (cycleId: string) =>
  (
    await db()
      .selectFrom('equipmentTalks')
      .where('cycleId', '=', cycleId)
      .select('id')
      .orderBy('number')
      .execute()
  ).map(({ id }) => id)

/** A version of this school's own concept that it may let others read. */
export function findShareable(schoolId: string, versionId: string) {
  return shareable(schoolId).where('conceptVersions.id', '=', versionId).executeTakeFirst()
}

const shareable = (schoolId: string) =>
  db()
    .selectFrom('conceptVersions')
    .innerJoin('concepts', 'concepts.id', 'conceptVersions.conceptId')
    .where('concepts.schoolId', '=', schoolId)
    .where('conceptVersions.status', 'in', ['frozen', 'published'])
    .select([
      'conceptVersions.id',
      'conceptVersions.number',
      'conceptVersions.label',
      'conceptVersions.createdAt',
    ])

export function listShareable(schoolId: string, limit: number) {
  return shareable(schoolId)
    .orderBy('conceptVersions.createdAt', 'desc')
    .orderBy('conceptVersions.id')
    .limit(limit)
    .execute()
}

/** A version as the talk names it. */
export function findVersion(id: string) {
  return db()
    .selectFrom('conceptVersions')
    .where('id', '=', id)
    .select(['id', 'number', 'label', 'title', 'changeNote', 'createdAt'])
    .executeTakeFirst()
}

/** Chapters of a version; what is for the school alone stays there. */
export function listSections(versionId: string) {
  return db()
    .selectFrom('conceptVersionSections')
    .where('versionId', '=', versionId)
    .where('visibility', '<>', 'school')
    .select(['position', 'title', 'html'])
    .orderBy('position')
    .execute()
}

export function listGoals(versionId: string) {
  return db()
    .selectFrom('conceptVersionGoals')
    .where('versionId', '=', versionId)
    .where('visibility', '<>', 'school')
    .select(['position', 'title', 'successSign', sql<string>`due_on::text`.as('dueOn')])
    .orderBy('position')
    .execute()
}
