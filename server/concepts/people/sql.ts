import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type { ConceptPeople } from '#db/types.ts'
import type { ConceptRole } from '../contract.ts'

const TEACHING = [
  'teacher',
  'digital_officer',
  'first_level_admin',
  'principal',
  'deputy_principal',
]

/** Colleagues of a school, by name: whom one can give something to. */
export function listStaff(schoolId: string, at: Date) {
  return db()
    .selectFrom('persons as p')
    .where('p.isActive', '=', true)
    .where(
      'p.id',
      'in',
      db()
        .selectFrom('memberships as m')
        .where('m.schoolId', '=', schoolId)
        .where('m.state', '=', 'confirmed')
        .where('m.role', '=', sql<string>`any(${TEACHING}::text[])`)
        .where('m.validFrom', '<=', at)
        .where((eb) => eb.or([eb('m.validUntil', 'is', null), eb('m.validUntil', '>', at)]))
        .select('m.personId'),
    )
    .orderBy('p.lastName')
    .orderBy('p.firstName')
    .select(['p.id', 'p.firstName', 'p.lastName'])
    .execute()
}

/**
 * Who accompanies and advises schools, with the role by which they do; nobody of these offices besides. A school invites by
 * name: these people are named to all schools wherever one asks for advice.
 */
export async function listAdvisers(given: { roles: string[]; offices: string[]; at: Date }) {
  const { rows } = await sql<{
    id: string
    firstName: string
    lastName: string
    roles: string[]
  }>`select p.id, p.first_name, p.last_name, array_agg(m.role order by m.role) as roles
    from memberships m join persons p on p.id = m.person_id
    where m.school_id is null and m.role = any(${given.roles}::text[]) and m.state = 'confirmed'
      and m.valid_from <= ${given.at} and (m.valid_until is null or m.valid_until > ${given.at}) and p.is_active
      and not exists (select from memberships o where o.person_id = p.id and o.school_id is null
        and o.role = any(${given.offices}::text[]) and o.state = 'confirmed')
    group by p.id order by p.last_name, p.first_name, p.id`.execute(db())
  return rows
}

/** Who has a task in the concept. */
export function listRoles(conceptId: string) {
  return db()
    .selectFrom('conceptPeople as c')
    .innerJoin('persons as p', 'p.id', 'c.personId')
    .where('c.conceptId', '=', conceptId)
    .orderBy('p.lastName')
    .orderBy('p.firstName')
    .orderBy('c.subject')
    .select(['c.personId', 'c.subject', 'c.addedAt', 'p.firstName', 'p.lastName'])
    .select(sql<ConceptRole>`c.role`.as('role'))
    .execute()
}

/** @returns undefined when it is there already */
export function insertRole(row: Insertable<ConceptPeople>) {
  return db()
    .insertInto('conceptPeople')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
}

export function removeRole(row: {
  conceptId: string
  personId: string
  role: ConceptRole
  subject: string
}) {
  return db()
    .deleteFrom('conceptPeople')
    .where('conceptId', '=', row.conceptId)
    .where('personId', '=', row.personId)
    .where('role', '=', row.role)
    .where('subject', '=', row.subject)
    .returning('personId')
    .executeTakeFirst()
}

/** @returns undefined when somebody has saved since */
export function updateTitle(id: string, version: number, title: string) {
  return db()
    .updateTable('concepts')
    .set((eb) => ({ title, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
}

/** Audience: one person, if there still. */
export const personToTell = (personId: string) =>
  db()
    .selectFrom('persons')
    .where('id', '=', personId)
    .where('isActive', '=', true)
    .select('id as personId')
