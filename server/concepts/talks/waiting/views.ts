import type { Actor } from '#server/auth/actor.ts'
import { hasSchoolRole } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { isAuthority } from '../../equipment/policy.ts'
import { ledBy } from '../appointments/views.ts'
import { REMIND_DAYS, type Side } from '../contract.ts'
import { paths } from '../paths.ts'
import { SIGNERS, sideOf } from '../policy.ts'
import { talkTitle } from '../words.ts'
import type { Step } from './contract.ts'
import { stepOf } from './rules.ts'
import * as sql from './sql.ts'
import { lineOf, overdueLine } from './words.ts'

const MOST = 10

/** For "Heute": what the person's side of a talk has to do next, and for the Amt alone who is late. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const at = now()
  const led = ledBy(actor)
  const soon = new Date(at.getTime() + REMIND_DAYS * 86_400_000)
  const isOffice = isAuthority(actor)
  const [own, offices, overdue] = await Promise.all([
    led.length > 0 ? sql.listOfSchools(led, at, MOST) : [],
    isOffice ? sql.listOfAuthority(actor.id, { now: at, soon, limit: MOST }) : [],
    isOffice ? sql.countOverdue(localDayOf(at)) : [],
  ])
  return [
    ...overdue.map(({ cycleId, schoolYear, count }) => {
      const { text, label } = overdueLine(count, schoolYear)
      const to = paths.list({ runde: cycleId, stand: 'overdue' })
      return { id: `talks-overdue:${cycleId}`, text, action: { label, to } }
    }),
    ...own.flatMap((row) => linesOf(actor, 'school', row, at)),
    ...offices.flatMap((row) => linesOf(actor, 'authority', row, at)),
  ]
}

function linesOf(actor: Actor, side: Side, row: sql.Row, at: Date): Waiting[] {
  if (sideOf(actor, row) !== side) return []
  const step = stepOf(side, row, at)
  if (!step) return []
  if (step.kind === 'sign' && side === 'school' && !hasSchoolRole(actor, SIGNERS, row.schoolId))
    return []
  const on = row.startsAt ? localDayOf(row.startsAt) : ''
  const { text, label } = lineOf(step, talkTitle(row), on)
  return [{ id: `talk:${row.id}`, text, action: { label, to: placeOf(step, row.number) } }]
}

function placeOf(step: Step, number: number): string {
  if (step.kind === 'sign') return paths.result(number)
  return step.kind === 'prepare' && step.lacks[0] === 'reflection'
    ? paths.reflection(number)
    : paths.talk(number)
}
