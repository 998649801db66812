import { randomBytes } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { rightsChanged } from '#server/auth/events.ts'
import { record } from '#server/audit/commands.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import type { DomainEvent } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { type Publish, transaction } from '#server/platform/transaction.ts'
import { plgFounded, seatOpened } from './events.ts'
import type { EditInput, FoundInput } from './inputs.ts'
import * as members from './members/sql.ts'
import { findOpenProgramme } from './programmes/sql.ts'
import { may } from './policy.ts'
import { joiningOf, slugCandidates } from './rules.ts'
import * as seats from './seats/sql.ts'
import * as sql from './sql.ts'
import { factsOf, foundingIds } from './views.ts'
import { refusals } from './words.ts'

/**
 * A PLG under lock: until the transaction ends nobody else changes who is in it, or on which terms. Every
 * command that touches members begins here; that decides all races between them.
 *
 * @throws NotFound when it does not exist or must not be known to exist
 */
export async function lockedPlg(actor: Actor, by: { slug: string } | { id: string }) {
  await sql.lockPlg(by)
  const row = existing(await sql.findPlg(by, actor.id))
  const facts = factsOf(row)
  authorizeOrHide(may.see, actor, facts)
  return { row, facts }
}

/** The same for those who lead it. */
export async function ledPlg(actor: Actor, slug: string) {
  const { row, facts } = await lockedPlg(actor, { slug })
  authorize(may.lead, actor, facts)
  return row
}

/** The school one comes in for: the chosen one, or the only one there is. Whether it may be, the policy says. */
export function chosenSchool(possible: string[], chosen: string | undefined): string | undefined {
  if (!chosen && possible.length > 1) throw new Refusal(refusals.chooseSchool, 'schoolId')
  return chosen ?? possible[0]
}

/** Schools at which the actor may come in without an invitation. */
export const teachingIds = (actor: Actor) =>
  schoolsOf(actor).filter((schoolId) => may.found(actor, { schoolId }))

/** What belongs to every change of who is in: the seats of the schools, open connections judged anew, the news. */
export async function settle(
  publish: Publish,
  change: { plgId: string; personId: string; actorId: string | null },
  news?: DomainEvent,
): Promise<void> {
  const { plgId, personId, actorId } = change
  const opened = await seats.settleSeats(plgId, now())
  for (const schoolId of opened) publish(seatOpened({ plgId, schoolId, actorId }))
  publish(rightsChanged({ personIds: [personId] }))
  if (news) publish(news)
}

/**
 * Founds a PLG; who founds it speaks for it. The same form sent twice founds one.
 *
 * @returns its address
 */
export async function foundPlg(actor: Actor, input: FoundInput): Promise<{ slug: string }> {
  const before = await sql.findFounded(actor.id, input.clientKey)
  if (before) return before
  const kind = input.kind ?? 'plg'
  const schoolId = chosenSchool(foundingIds(actor, kind), input.schoolId)
  authorize(may.found, actor, { schoolId, kind })
  await spend('founding', actor.id)
  return transaction(async (publish) => {
    await refuseUnknownProgramme(input.programmeId)
    const { plg, isNew } = await insertWithSlug(actor, { ...input, kind })
    if (!isNew) return plg
    await members.insertMember({
      plgId: plg.id,
      personId: actor.id,
      schoolId,
      role: 'lead',
      state: 'active',
      since: now(),
    })
    const change = { plgId: plg.id, personId: actor.id, actorId: actor.id }
    await settle(publish, change, plgFounded({ plgId: plg.id, personId: actor.id }))
    return plg
  })
}

async function refuseUnknownProgramme(id: string | undefined): Promise<void> {
  if (id && !(await findOpenProgramme(id)))
    throw new Refusal('Aus diesem Programm kommen keine neuen Gruppen mehr.', 'programmeId')
}

/** The database decides which address is free, and whether this founding has happened already. */
export async function insertWithSlug(actor: Actor, input: FoundInput) {
  const { schoolId: _, kind = 'plg', ...about } = input
  const joining = joiningOf(kind, input.joining)
  const marks = Array.from({ length: 3 }, () => randomBytes(3).toString('hex'))
  for (const slug of slugCandidates(slugOf(input.title), joining, marks)) {
    const row = { ...about, kind, joining, slug, foundedBy: actor.id, foundedAt: now() }
    const plg = await sql.insertPlg(row)
    if (plg) return { plg, isNew: true }
    const same = await sql.findFounded(actor.id, input.clientKey)
    if (same) return { plg: same, isNew: false }
  }
  throw new Refusal('Zu diesem Titel ist keine Adresse mehr frei. Bitte ändern Sie ihn.', 'title')
}

export function editPlg(actor: Actor, slug: string, input: EditInput): Promise<void> {
  return transaction(async () => {
    const plg = await ledPlg(actor, slug)
    const joining = joiningOf(plg.kind, input.joining)
    if (joining !== plg.joining) {
      if (joining === 'closed') await refuseWithOpenRequests(plg.id)
      await record(actor, {
        action: 'plg.joining-changed',
        thingKind: 'plg',
        thingId: plg.id,
        details: { from: plg.joining, to: joining },
      })
    }
    await sql.updatePlg(plg.id, { ...aboutOf(input), joining })
  })
}

/** What one says about a PLG, and no more: its phase and its kind do not come in with a form. */
function aboutOf({ title, question, summary, seeksMembers, ...lists }: EditInput) {
  const { subjects, gradeBands, schoolForms } = lists
  return { title, question, summary, seeksMembers, subjects, gradeBands, schoolForms }
}

/** Who has asked would no longer find the PLG, and never get an answer. */
async function refuseWithOpenRequests(plgId: string): Promise<void> {
  const { count } = await members.countRequests(plgId)
  if (count > 0)
    throw new Refusal(
      'Es gibt noch offene Anfragen. Bitte entscheiden Sie erst unter „Mitglieder“ darüber.',
      'joining',
    )
}
