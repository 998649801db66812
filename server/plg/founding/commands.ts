import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { foundPlg, insertWithSlug, settle } from '../commands.ts'
import { type Kind, KIND_DEFAULTS } from '../contract.ts'
import { invitationWritten, plgFounded } from '../events.ts'
import type { FoundInput } from '../inputs.ts'
import { insertMember } from '../members/sql.ts'
import { insertSession } from '../sessions/sql.ts'
import { findFounded, findId, updatePlg } from '../sql.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'

/** The form of founding, for areas whose things become groups. */
export type Founding = FoundInput

/** Who is asked in, and what the invitation says. */
export type Invited = { email: string; role: 'lead' | 'member' | 'guest'; message: string }

type Together = {
  /** All who wanted it; whoever founds is not asked. */
  personIds: string[]
  /** Who is asked to lead when the SMZ founds it for them. */
  leadId: string | null
  message: string
}

/**
 * Founds a PLG for people who want it together and asks them in. A teacher leads what they found; the SMZ accompanies
 * it, and the one whose idea it was is asked to lead. The same form again founds one.
 */
export function foundTogether(
  actor: Actor,
  input: FoundInput,
  { personIds, leadId, message }: Together,
): Promise<{ id: string; slug: string }> {
  return transaction(async (publish) => {
    const isForOthers = may.foundForOthers(actor, { kind: input.kind ?? 'plg' })
    const plg = isForOthers ? await foundForOthers(actor, input) : await ownPlg(actor, input)
    const people = await sql.listAddresses(personIds.filter((id) => id !== actor.id))
    const invited = people.map(({ id, email }) => ({
      email,
      role: isForOthers && id === leadId ? ('lead' as const) : ('member' as const),
      message,
    }))
    await inviteAll(publish, actor, plg.id, invited)
    return plg
  })
}

async function ownPlg(actor: Actor, input: FoundInput) {
  const { slug } = await foundPlg(actor, input)
  return { slug, id: existing(await findId(slug)) }
}

function foundForOthers(actor: Actor, input: FoundInput) {
  return transaction(async (publish) => {
    const before = await findFounded(actor.id, input.clientKey)
    if (before) return before
    await spend('founding', actor.id)
    const { plg } = await insertWithSlug(actor, { ...input, kind: input.kind ?? 'plg' })
    const seat = { plgId: plg.id, personId: actor.id, since: now() }
    await insertMember({ ...seat, role: 'facilitator', state: 'active' })
    const change = { plgId: plg.id, personId: actor.id, actorId: actor.id }
    await settle(publish, change, plgFounded({ plgId: plg.id, personId: actor.id }))
    return plg
  })
}

async function inviteAll(
  publish: Publish,
  actor: Actor,
  plgId: string,
  people: Invited[],
): Promise<void> {
  const at = now()
  const rows = people.map((person) => ({ ...person, plgId, invitedBy: actor.id, at }))
  for (const invitationId of await sql.insertInvitations(rows))
    publish(invitationWritten({ invitationId }))
}

/** A group that was kept elsewhere. */
export type TakenOver = {
  title: string
  kind: Kind
  programmeId: string | null
  question: string
  summary: string
  origin: string
  clientKey: string
  /** Meetings that are planned, or were. */
  sessions: { title: string; startsAt: Date; endsAt: Date }[]
}

/** Takes a group over. Nobody is in it until somebody accepts; the first who does leads. @returns its id */
export function takeOverGroup(actor: Actor, group: TakenOver): Promise<string> {
  return transaction(async () => {
    authorize(may.takeOver, actor, {})
    const { origin, programmeId, sessions, ...about } = group
    const { plg } = await insertWithSlug(actor, {
      ...about,
      programmeId: programmeId ?? undefined,
      joining: KIND_DEFAULTS[group.kind].joining,
      subjects: [],
      gradeBands: [],
      schoolForms: [],
      seeksMembers: false,
    })
    await updatePlg(plg.id, { importedFrom: origin, foundedBy: null, phase: 'forming' })
    for (const session of sessions) await insertSession(sessionOf(plg.id, session))
    return plg.id
  })
}

/** Where it is, the group says once somebody is in. */
function sessionOf(plgId: string, session: TakenOver['sessions'][number]) {
  const at = now()
  return {
    ...session,
    ...{ plgId, mode: 'presence', place: 'Ort steht noch nicht fest' },
    state: session.endsAt < at ? 'held' : 'planned',
    ...{ createdBy: null, createdAt: at, changedAt: at, clientKey: randomUUID() },
  }
}

/** Asks people into a group that was taken over. */
export function inviteToTakenOver(actor: Actor, plgId: string, people: Invited[]): Promise<void> {
  return transaction(async (publish) => {
    authorize(may.takeOver, actor, {})
    await inviteAll(publish, actor, plgId, people)
  })
}
