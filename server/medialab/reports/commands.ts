import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { refuseChildNames } from '#server/projects/commands.ts'
import { ASKED_FOR_DAYS } from './contract.ts'
import { reportAsked } from './events.ts'
import type { EditReport, WriteReport } from './inputs.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { factsOf, ownUse } from './views.ts'
import { words } from './words.ts'

/** Tells how it was with one offer of a booking that is over. The same form again is the same report. @returns its id */
export async function writeReport(
  actor: Actor,
  booking: string,
  { isChecked, offer, ...about }: WriteReport,
): Promise<string> {
  const use = await ownUse(actor, booking)
  if (!may.write(actor, use)) throw new Refusal(words.notOver)
  if (!use.offers.some(({ id }) => id === offer)) throw new Refusal(words.strangeOffer, 'offer')
  await spend('posts', actor.id)
  refuseChildNames([about.usedFor, about.conditions], isChecked)
  const at = now()
  return transaction(async () => {
    const made = await sql.insertReport({
      ...{ ...about, offerId: offer, bookingId: use.id, schoolId: use.schoolId },
      ...{ authorId: actor.id, createdAt: at, changedAt: at },
    })
    const known = made ?? (await sql.findByKey(actor.id, about.clientKey))
    if (!known) throw new Refusal(words.toldAlready, 'offer')
    const isLast = use.offers.every(({ id, reportId }) => id === offer || reportId !== null)
    if (isLast) await sql.settleAsk(use.id, at)
    return known.id
  })
}

/** Somebody does not want to tell: they are not reminded again. */
export async function declineReport(actor: Actor, booking: string): Promise<void> {
  const use = await ownUse(actor, booking)
  await sql.settleAsk(use.id, now())
}

/** @throws Conflict with the text as it stands, when it was changed since the form was made */
export function editReport(
  actor: Actor,
  id: string,
  { version, isChecked, ...about }: EditReport,
): Promise<void> {
  return transaction(async () => {
    await sql.lockReport(id)
    const row = existing(await sql.findReport(id))
    authorizeOrHide(may.edit, actor, factsOf(row))
    if (row.version !== version)
      throw new Conflict(words.stale, [row.usedFor, row.conditions].filter(Boolean).join('\n\n'))
    refuseChildNames([about.usedFor, about.conditions], isChecked)
    await sql.updateReport(id, { ...about, changedAt: now() })
  })
}

/** Takes a report away, or brings it back: its author does, or the SMZ, which leaves a line in the protocol. */
export function putReportAway(
  actor: Actor,
  { id, isDeleted }: { id: string; isDeleted: boolean },
): Promise<void> {
  return transaction(async () => {
    await sql.lockReport(id)
    const row = existing(await sql.findReport(id))
    const facts = factsOf(row)
    authorizeOrHide(facts.isDeleted ? may.restore : may.delete, actor, facts)
    if (facts.isDeleted === isDeleted) return
    if (!isDeleted && (await sql.hasOther(id))) throw new Refusal(words.toldAnew)
    await sql.updateReport(id, { deletedAt: isDeleted ? now() : null })
    if (row.authorId !== actor.id)
      await record(actor, {
        action: isDeleted ? 'medialab.report-deleted' : 'medialab.report-restored',
        thingKind: 'lab-report',
        thingId: id,
      })
  })
}

const MOST_AT_ONCE = 50
const DAY_IN_MS = 86_400_000

/** Asks those whose booking is over how it was, each once. @returns how many */
export function askForReports(at: Date): Promise<number> {
  return transaction(async (publish) => {
    const since = new Date(at.getTime() - ASKED_FOR_DAYS * DAY_IN_MS)
    const asked = await sql.insertAsks(at, since, MOST_AT_ONCE)
    for (const bookingId of asked) publish(reportAsked({ bookingId }))
    return asked.length
  })
}
