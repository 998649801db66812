import { sql } from 'kysely'
import { db } from '#db/client.ts'
import type { MembershipState, Role } from '../contract.ts'

export type PeopleFilter = { text: string; role?: Role; page: number; size: number }

function filtered({ text, role }: PeopleFilter) {
  let query = db().selectFrom('persons')
  if (text) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        sql<boolean>`search_key(first_name || ' ' || last_name) like search_key(${pattern})`,
        sql<boolean>`persons.email::text ilike ${pattern}`,
      ]),
    )
  }
  if (role)
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('memberships')
          .whereRef('memberships.personId', '=', 'persons.id')
          .where('memberships.role', '=', role)
          .where('memberships.state', 'in', ['pending', 'confirmed'])
          .select('memberships.id'),
      ),
    )
  return query
}

type Place = { role: Role; place: string; state: MembershipState }

/** A page of all people by name, each with what they are where, in two queries whatever their number. */
export async function listPeople(filter: PeopleFilter) {
  const [rows, count] = await Promise.all([
    filtered(filter)
      .select((eb) => [
        'persons.id',
        'persons.firstName',
        'persons.lastName',
        'persons.email',
        'persons.isActive',
        eb
          .selectFrom('memberships')
          .leftJoin('schools', 'schools.id', 'memberships.schoolId')
          .leftJoin('organisations', 'organisations.id', 'memberships.organisationId')
          .whereRef('memberships.personId', '=', 'persons.id')
          .where('memberships.state', 'in', ['pending', 'confirmed'])
          .select(
            sql<Place[]>`coalesce(json_agg(json_build_object('role', role, 'state', state,
              'place', coalesce(schools.name, organisations.name)) order by valid_from), '[]')`.as(
              'places',
            ),
          )
          .as('places'),
      ])
      .orderBy('persons.lastName')
      .orderBy('persons.firstName')
      .orderBy('persons.id')
      .limit(filter.size)
      .offset((filter.page - 1) * filter.size)
      .execute(),
    filtered(filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: count.total }
}

export async function countPeople() {
  const row = await db()
    .selectFrom('persons')
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('isActive', '=', false).as('switchedOff'),
    ])
    .executeTakeFirstOrThrow()
  return row
}

export function listOrganisations() {
  return db().selectFrom('organisations').select(['id', 'name']).orderBy('name').execute()
}

/** The body with this slug, made when it is missing. */
export async function ensureOrganisation(body: {
  slug: string
  name: string
  kind: string
}): Promise<string> {
  const { id } = await db()
    .insertInto('organisations')
    .values(body)
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ slug: body.slug }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export function findOrganisation(id: string) {
  return db().selectFrom('organisations').where('id', '=', id).select('id').executeTakeFirst()
}

/** Holds all rows of the office until the transaction ends: who counts operators counts alone. */
export async function lockOperators(): Promise<void> {
  await db()
    .selectFrom('memberships')
    .where('role', '=', 'operator')
    .where('state', '=', 'confirmed')
    .orderBy('id')
    .select('id')
    .forUpdate()
    .execute()
}

/** People who can administrate now; a statement of its own after the lock, so that it sees what others did. */
export async function countOperators(except?: string): Promise<number> {
  let query = db()
    .selectFrom('memberships')
    .innerJoin('persons', 'persons.id', 'memberships.personId')
    .where('memberships.role', '=', 'operator')
    .where('memberships.state', '=', 'confirmed')
    .where('memberships.validUntil', 'is', null)
    .where('persons.isActive', '=', true)
  if (except) query = query.where('persons.id', '!=', except)
  const { count } = await query
    .select((eb) => eb.fn.count<number>('memberships.personId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** @returns false when it was so before */
export async function switchPerson(id: string, isActive: boolean): Promise<boolean> {
  const result = await db()
    .updateTable('persons')
    .set({ isActive })
    .where('id', '=', id)
    .where('isActive', '!=', isActive)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
