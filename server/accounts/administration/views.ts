import { type Actor, fullName } from '#server/auth/actor.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import type { Role } from '../contract.ts'
import { may } from '../policy.ts'
import { findPerson, listMembershipsOf } from '../sql.ts'
import * as sql from './sql.ts'

const PAGE_SIZE = 25
const LONGEST_QUESTION = 100
const YEAR = 365 * 24 * 60 * 60_000
const ROLES: readonly string[] = [...SCHOOL_ROLES, ...NETWORK_ROLES]

/** The first page of the administration. */
export async function administrationFor(actor: Actor) {
  authorize(may.administrate, actor, undefined)
  return { people: await sql.countPeople() }
}

/** All people, found by name or address and by role. */
export async function peopleFor(actor: Actor, address: URLSearchParams) {
  authorize(may.administrate, actor, undefined)
  const text = cleanText(address.get('q') ?? '')
    .trim()
    .slice(0, LONGEST_QUESTION)
  const wanted = address.get('rolle') ?? ''
  const role = ROLES.includes(wanted) ? (wanted as Role) : undefined
  const page = pageNumber(address.get('seite'))
  const { rows, total } = await sql.listPeople({ text, role, page, size: PAGE_SIZE })
  const people = rows.map((row) => ({
    id: row.id,
    name: fullName(row),
    email: row.email,
    isActive: row.isActive,
    places: row.places ?? [],
  }))
  return { ...paged(people, total, page, PAGE_SIZE), filter: { text, role: role ?? '' } }
}

/** One person with everything they are, for an operator. */
export async function personFor(actor: Actor, personId: string) {
  authorize(may.administrate, actor, undefined)
  const person = existing(isUuid(personId) ? await findPerson(personId) : undefined)
  const [memberships, organisations] = await Promise.all([
    listMembershipsOf(personId, new Date(now().getTime() - YEAR)),
    sql.listOrganisations(),
  ])
  return {
    person: {
      id: person.id,
      name: fullName(person),
      email: person.email,
      isActive: person.isActive,
    },
    memberships: memberships.map(({ id, role, state, place, since, reason }) => ({
      id,
      role,
      state,
      place,
      since,
      reason,
    })),
    organisations,
    can: { switchOff: may.switchOff(actor, { personId }) },
  }
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
