import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { onTalk } from '../commands.ts'
import { LIMITS, type Side } from '../contract.ts'
import { dateAccepted, datesProposed } from '../events.ts'
import { joinTalk } from '../people/commands.ts'
import { may, sideOf } from '../policy.ts'
import { stateAfter } from '../rules.ts'
import { updateTalk } from '../sql.ts'
import { refusals } from '../words.ts'
import type { ProposeInput } from './inputs.ts'
import { type Fault, periodOf } from './rules.ts'
import * as sql from './sql.ts'

const FAULTS: Record<Fault, [string, string]> = {
  incomplete: [refusals.dateIncomplete, 'day'],
  endsFirst: [refusals.endsFirst, 'to'],
  isPast: [refusals.isPast, 'day'],
}

const otherOf = (side: Side): Side => (side === 'school' ? 'authority' : 'school')

/** Several dates, of which the other side takes one. */
export function proposeDates(actor: Actor, param: string, input: ProposeInput): Promise<void> {
  return onTalk(actor, param, may.plan, async ({ row, facts, at }, publish) => {
    const side = existing(sideOf(actor, facts) ?? undefined)
    const periods = ([1, 2, 3] as const).flatMap((line) => {
      const asked = { day: input[`day${line}`], from: input[`from${line}`], to: input[`to${line}`] }
      const found = periodOf(asked, at)
      if (typeof found !== 'string') return found ? [found] : []
      const [sentence, field] = FAULTS[found]
      throw new Refusal(sentence, `${field}${line}`)
    })
    if (periods.length === 0) throw new Refusal(refusals.noDate, 'day1')
    const open = (await sql.listDates(row.id)).filter(({ answer }) => answer === 'open')
    if (open.length + periods.length > LIMITS.openDates)
      throw new Refusal(refusals.tooManyDates, 'day1')
    const unique = new Map(periods.map((period) => [period.startsAt.getTime(), period]))
    await sql.insertDates(
      [...unique.values()].map((period) => ({
        ...{ ...period, talkId: row.id, side, place: input.place },
        ...{ proposedBy: actor.id, proposedAt: at },
      })),
    )
    await joinTalk(row.id, { personId: actor.id, side })
    publish(datesProposed({ talkId: row.id, actorId: actor.id, to: otherOf(side) }))
  })
}

/** The other side takes one of the dates: it is the talk's, and in everybody's calendar. */
export function acceptDate(
  actor: Actor,
  param: string,
  { date: id }: { date: string },
): Promise<void> {
  return onTalk(actor, param, may.plan, async ({ row, facts, at }, publish) => {
    const side = existing(sideOf(actor, facts) ?? undefined)
    const date = (await sql.listDates(row.id)).find((one) => one.id === id)
    if (!date) throw new Refusal(refusals.dateGone)
    if (date.answer === 'accepted') return
    if (date.side === side) throw new Refusal(refusals.ownDate)
    if (date.startsAt <= at) throw new Refusal(refusals.isPast)
    await sql.settleDates(row.id, id)
    const { startsAt, endsAt, place } = date
    const status = stateAfter({ ...row, startsAt })
    await updateTalk(row.id, { startsAt, endsAt, place, status, remindedAt: null, changedAt: at })
    await joinTalk(row.id, { personId: actor.id, side })
    publish(dateAccepted({ talkId: row.id, actorId: actor.id, to: otherOf(side) }))
  })
}

/** Takes back a proposal of the own side. */
export function withdrawDate(
  actor: Actor,
  param: string,
  { date: id }: { date: string },
): Promise<void> {
  return onTalk(actor, param, may.plan, async ({ row, facts }) => {
    const date = (await sql.listDates(row.id)).find((one) => one.id === id)
    if (!date || date.side !== sideOf(actor, facts)) throw new Refusal(refusals.dateGone)
    await sql.removeDate(id)
  })
}
