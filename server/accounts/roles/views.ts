import { type Actor, fullName, hasNetworkRole, schoolsOf } from '#server/auth/actor.ts'
import { type SchoolRole, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { schoolBySlug } from '#server/schools/views.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { roleName } from '../words.ts'
import * as sql from './sql.ts'

type Row = Awaited<ReturnType<typeof sql.listOfSchool>>[number]

/** The people of a school for those who confirm there. Addresses only of those who wait: to know them by. */
export async function schoolPeopleFor(actor: Actor, slug: string) {
  const { id: schoolId, name } = existing(await schoolBySlug(slug))
  authorize(may.seePeopleOfSchool, actor, { schoolId })
  const rows = await sql.listOfSchool(schoolId, now())
  const confirmed = rows.filter((row) => row.state === 'confirmed')
  return {
    school: { slug, name },
    waiting: rows
      .filter((row) => row.state === 'pending')
      .map((row) => ({
        id: row.id,
        name: fullName(row),
        email: row.email,
        role: row.role,
        since: row.validFrom,
        canDecide: may.decide(actor, row),
      })),
    people: peopleOf(actor, confirmed),
    givable: SCHOOL_ROLES.filter((role) => may.decide(actor, { schoolId, role, personId: '' })),
  }
}

function peopleOf(actor: Actor, rows: Row[]) {
  const people = new Map<string, Row[]>()
  for (const row of rows) people.set(row.personId, [...(people.get(row.personId) ?? []), row])
  return [...people.values()].map((own) => ({
    id: own[0]?.personId ?? '',
    name: own[0] ? fullName(own[0]) : '',
    isSelf: own[0]?.personId === actor.id,
    roles: own.map((row) => ({
      id: row.id,
      role: row.role as SchoolRole,
      canEnd: may.decide(actor, row),
    })),
  }))
}

/** What waits for a decision of this person, one line for each school; and the own waiting. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const [atSchools, forStandIn] = await Promise.all([
    sql.listWaitingAt(confirmingAt(actor)),
    hasNetworkRole(actor, 'smz_staff') ? sql.listWaitingForStandIn(now()) : [],
  ])
  const mine = [...atSchools, ...forStandIn].filter((row) => may.decide(actor, row))
  return [...ownWaiting(actor), ...linesOf(mine)]
}

const confirmingAt = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => may.seePeopleOfSchool(actor, { schoolId }))

function ownWaiting(actor: Actor): Waiting[] {
  if (!actor.memberships.some(({ state }) => state === 'pending')) return []
  const text = 'Ihre Rolle an der Schule ist noch nicht bestätigt.'
  return [
    {
      id: 'accounts.own',
      text,
      action: { label: 'So geht es weiter', to: paths.welcome() },
    },
  ]
}

function linesOf(rows: Row[]): Waiting[] {
  const schools = new Map<string, Map<string, Row>>()
  for (const row of rows) {
    const slug = row.schoolSlug ?? ''
    schools.set(slug, (schools.get(slug) ?? new Map<string, Row>()).set(row.id, row))
  }
  return [...schools.entries()].map(([slug, waiting]) => ({
    id: `accounts.people.${slug}`,
    text: sentenceOf([...waiting.values()]),
    action: { label: 'Ansehen', to: paths.schoolPeople(slug) },
  }))
}

function sentenceOf(rows: Row[]): string {
  const first = rows[0]
  if (!first) return ''
  return rows.length === 1
    ? `${fullName(first)} (${roleName(first.role)}) wartet auf Bestätigung: ${first.place}`
    : `${rows.length} Personen warten auf Bestätigung: ${first.place}`
}

/** What one's own waiting is about and who can end it, for the first page after registering. */
export async function ownWaitingFor(actor: Actor) {
  const pending = actor.memberships.filter(({ state }) => state === 'pending').slice(0, 5)
  const confirming = await sql.listWithConfirmer(
    pending.flatMap(({ schoolId }) => schoolId ?? []),
    now(),
  )
  return pending.map(({ role, schoolId }) => ({
    role,
    schoolId,
    hasConfirmer: role !== 'principal' && schoolId !== null && confirming.has(schoolId),
  }))
}

/** A principal who waits, for the page behind the link in the school's mailbox. */
export async function findPendingPrincipal(
  membershipId: string,
): Promise<{ name: string; school: string } | undefined> {
  const found = await sql.findMembership(membershipId)
  if (found?.state !== 'pending' || found.role !== 'principal') return undefined
  return { name: fullName(found), school: found.place }
}

/** Roles as things: one's own, and those one may decide about. */
export async function membershipCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listMemberships(ids)
  return rows.flatMap((row) => {
    const own = row.personId === actor.id
    if (own)
      return [{ id: row.id, title: row.place, context: roleName(row.role), path: paths.roles() }]
    if (!may.decide(actor, row)) return []
    const path = row.schoolSlug ? paths.schoolPeople(row.schoolSlug) : paths.person(row.personId)
    return [{ id: row.id, title: fullName(row), context: row.place, path }]
  })
}
