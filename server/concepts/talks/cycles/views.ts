import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolChoices } from '#server/schools/views.ts'
import { PAGE_SIZE, ROUND_FILTERS, type RoundFilter, type TalkCard } from '../contract.ts'
import { rounds } from '../policy.ts'
import { isOverdue } from '../rules.ts'
import { nextRound } from './rules.ts'
import * as sql from './sql.ts'

const NONE = { all: 0, open: 0, scheduled: 0, held: 0, agreed: 0, closed: 0, overdue: 0 }
/** Talks in between have no round. */
export const BETWEEN = 'zwischendurch'

/** A round of the Amt with how far each school is, and who is late. */
export async function roundFor(actor: Actor, asked: URLSearchParams) {
  authorize(rounds.open, actor, {})
  const today = localDayOf(now())
  const cycles = await sql.listCycles()
  const wanted = asked.get('runde')
  const isBetween = wanted === BETWEEN
  const current = cycles.find(({ startsOn }) => startsOn <= today) ?? cycles.at(-1)
  const cycle = isBetween ? undefined : (cycles.find(({ id }) => id === wanted) ?? current)
  const filter: RoundFilter | '' = ROUND_FILTERS.find((one) => one === asked.get('stand')) ?? ''
  const page = pageNumber(asked.get('seite'))
  const cycleId = cycle?.id ?? null
  const [counts = NONE, rows] = await Promise.all([
    sql.countRound(cycleId, today),
    sql.listRound({ cycleId, filter, today, size: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE }),
  ])
  return {
    cycles,
    cycle: cycle ?? null,
    isBetween,
    filter,
    counts,
    talks: paged(
      rows.map((row) => cardOf(row, today)),
      counts[filter || 'all'],
      page,
      PAGE_SIZE,
    ),
  }
}

function cardOf(row: Awaited<ReturnType<typeof sql.listRound>>[number], today: string): TalkCard {
  const { id, number, school, schoolYear, state, startsAt, dueOn } = row
  return {
    ...{ id, number, school, schoolYear, state, startsAt, dueOn },
    schoolForm: row.schoolForm as SchoolForm,
    isBetween: row.cycleId === null,
    isSigned: row.isSigned,
    isOverdue: isOverdue(row, today),
  }
}

/** Opening the next round, and calling a single talk. */
export async function roundsFor(actor: Actor) {
  authorize(rounds.open, actor, {})
  const [cycles, schools] = await Promise.all([sql.listCycles(), schoolChoices()])
  return {
    cycles,
    next: nextRound(cycles[0], localDayOf(now())),
    schools: schools.map(({ id, name }) => ({ value: id, label: name })),
    clientKey: randomUUID(),
    callKey: randomUUID(),
  }
}
