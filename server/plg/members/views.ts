import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { abilities, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import * as directory from '../directory/sql.ts'
import * as invitations from '../invitations/sql.ts'
import { listFacilitators } from '../leading/sql.ts'
import { may, type PlgFacts } from '../policy.ts'
import {
  authorizeVisit,
  cardOf,
  factsOf,
  foundingIds,
  insideOf,
  namesOf,
  teachingSchools,
} from '../views.ts'
import * as sql from './sql.ts'

/**
 * The head of a PLG's pages and, for people outside, the way in.
 *
 * @throws NotFound when it does not exist or must not be known to exist
 */
export async function workspaceFor(actor: Actor, slug: string) {
  const { row, facts } = await visible(actor, slug)
  const plg = cardOf(row)
  const [contacts, entry] = await Promise.all([contactsOf(row.id), entryFor(actor, row, facts)])
  return {
    plg,
    ...contacts,
    entry,
    can: {
      enter: may.enter(actor, facts),
      lead: may.lead(actor, facts),
    },
  }
}

/** What everybody may read of a PLG who may see it at all: its "Steckbrief". */
export async function aboutFor(actor: Actor, slug: string) {
  const { row, facts } = await visible(actor, slug)
  const { summary, schoolForms, foundedAt } = row
  const plg = { ...cardOf(row), summary, schoolForms, foundedAt }
  const [contacts, possible] = await Promise.all([
    contactsOf(row.id),
    may.assignFacilitator(actor, plg) ? listFacilitators(now()) : null,
  ])
  return {
    plg,
    ...contacts,
    /** Whom the SMZ may send; null for everybody else. */
    facilitatorChoices:
      possible?.map((person) => ({ value: person.id, label: fullName(person) })) ?? null,
    can: { enter: may.enter(actor, facts), lead: may.lead(actor, facts) },
  }
}

async function visible(actor: Actor, slug: string) {
  authorizeVisit(actor)
  const row = existing(await directory.findCard(slug, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  return { row, facts }
}

async function contactsOf(plgId: string) {
  const rows = await sql.listContacts(plgId)
  const named = rows.map((row) => ({ ...row, name: fullName(row) }))
  return {
    leads: named
      .filter(({ role }) => role === 'lead')
      .map(({ id, name, school }) => ({ id, name, school })),
    facilitators: named
      .filter(({ role }) => role === 'facilitator')
      .map(({ id, name }) => ({ id, name })),
  }
}

/** How the actor could come in, or how far that has come; null for those inside and for who cannot. */
async function entryFor(actor: Actor, row: directory.CardRow, facts: PlgFacts) {
  if (may.enter(actor, facts)) return null
  if (may.withdraw(actor, facts) && row.joining !== 'open') return { kind: 'requested' as const }
  if (may.answerInvitation(actor, facts)) return invitationFor(actor, row)
  const schools = (await teachingSchools(actor)).filter(({ value: schoolId }) => {
    const entry = { ...facts, phase: row.phase, schoolId }
    return may.join(actor, entry) || may.request(actor, entry)
  })
  if (schools.length === 0) return null
  const others = await sql.countOthersOf(actor.id, row.id)
  const kind = row.joining === 'open' ? ('join' as const) : ('request' as const)
  return { kind, schools, isSecond: others.count > 0 }
}

async function invitationFor(actor: Actor, row: directory.CardRow) {
  const [schools, others, invited] = await Promise.all([
    namesOf(row.kind === 'principals_circle' ? foundingIds(actor, row.kind) : schoolsOf(actor)),
    sql.countOthersOf(actor.id, row.id),
    sql.findMember(row.id, row.seatId ?? ''),
  ])
  const asGuest = row.seatRole === 'guest'
  return {
    kind: 'invited' as const,
    schools: asGuest ? [] : schools,
    isSecond: others.count > 0 && !asGuest,
    message: invited?.message ?? '',
    asGuest,
  }
}

/** Everybody inside; for those who lead also who wants to come in, and who was asked. */
export async function membersFor(actor: Actor, slug: string) {
  authorizeVisit(actor)
  const { plg, facts } = await insideOf(actor, { slug })
  const can = abilities({ lead: may.lead, leave: may.leave }, actor, facts)
  const [rows, requests, invited] = await Promise.all([
    sql.listMembers(plg.id),
    can.lead ? sql.listRequests(plg.id) : [],
    can.lead ? invitations.listInvitations(plg.id) : [],
  ])
  return {
    plg,
    members: rows.map((row) => shaped(row, actor, can.lead)),
    requests: requests.map(({ id, message, since, school, ...person }) => ({
      ...{ id, message, since, school },
      name: fullName(person),
    })),
    invitations: invited,
    can,
  }
}

export type Member = Awaited<ReturnType<typeof membersFor>>['members'][number]
export type Request = Awaited<ReturnType<typeof membersFor>>['requests'][number]
export type Invitation = Awaited<ReturnType<typeof membersFor>>['invitations'][number]

type MemberRow = Awaited<ReturnType<typeof sql.listMembers>>[number]

function shaped(row: MemberRow, actor: Actor, isLead: boolean) {
  const { id, role, since, school, consent } = row
  const isSelf = row.personId === actor.id
  return {
    ...{ id, role, since, school, consent, isSelf },
    name: fullName(row),
    /** Why a principal refused is for those to know who can do something about it. */
    reason: isLead ? (row.reason ?? '') : '',
    can: {
      remove: isLead && !isSelf,
      makeLead: isLead && role === 'member',
      makeMember: isLead && role === 'lead',
    },
  }
}
