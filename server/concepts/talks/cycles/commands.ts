import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { transaction } from '#server/platform/transaction.ts'
import { schoolYearOf } from '#server/schools/calendar/contract.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { cycleOpened, talkCalled } from '../events.ts'
import { rounds, sideOf } from '../policy.ts'
import { refusals, STANDARD_AGENDA } from '../words.ts'
import type { CallInput, CycleInput } from './inputs.ts'
import { endOf } from './rules.ts'
import * as sql from './sql.ts'

/** Opens a round: every school of the city has its talk at once (R33-5). @returns how many */
export async function openCycle(actor: Actor, input: CycleInput): Promise<number> {
  authorize(rounds.open, actor, {})
  const { startsOn, months, dueOn, clientKey } = input
  const endsOn = endOf(startsOn, months)
  const at = now()
  return transaction(async (publish) => {
    await sql.lockCycles()
    if (await sql.findByKey(actor.id, clientKey)) return 0
    if (dueOn < startsOn || dueOn > endsOn) throw new Refusal(refusals.dueOutside, 'dueOn')
    if (await sql.findOverlapping(startsOn, endsOn))
      throw new Refusal(refusals.roundOverlaps, 'startsOn')
    const cycleId = await sql.insertCycle({
      ...{ startsOn, endsOn, months, dueOn, clientKey, schoolYear: schoolYearOf(startsOn) },
      ...{ openedBy: actor.id, openedAt: at },
    })
    const talks = await sql.insertTalks({
      ...{ cycleId, agenda: STANDARD_AGENDA, createdBy: actor.id, at },
    })
    publish(cycleOpened({ cycleId, actorId: actor.id }))
    await record(actor, {
      ...{ action: 'talks.cycle-opened', thingKind: 'equipment-cycle', thingId: cycleId },
      details: { startsOn, months, talks },
    })
    return talks
  })
}

/** A talk in between, by either side (R4-5). @returns its number */
export async function callTalk(actor: Actor, input: CallInput): Promise<number> {
  const { school: schoolId, occasion, clientKey } = input
  const choice = (await schoolChoices()).find(({ id }) => id === schoolId)
  if (!choice) throw new Refusal(refusals.chooseSchool, 'school')
  authorize(rounds.call, actor, { schoolId })
  const at = now()
  return transaction(async (publish) => {
    const made = await sql.insertTalk({
      ...{ schoolId, occasion, clientKey, schoolYear: schoolYearOf(localDayOf(at)) },
      ...{ agenda: STANDARD_AGENDA, createdBy: actor.id, createdAt: at, changedAt: at },
    })
    if (!made) return existing(await sql.findCalled(actor.id, clientKey)).number
    const to = sideOf(actor, { schoolId }) === 'school' ? 'authority' : 'school'
    publish(talkCalled({ talkId: made.id, actorId: actor.id, to }))
    await record(actor, {
      ...{ action: 'talks.called', thingKind: 'equipment-talk', thingId: made.id },
    })
    return made.number
  })
}
