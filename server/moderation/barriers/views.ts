import { randomUUID } from 'node:crypto'
import { type Actor, fullName } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import { emailAddress } from '#server/platform/text.ts'
import type { ThingKind } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import type { BarrierReport, HandledBarrier } from './contract.ts'
import { answerDue, daysUntil } from './rules.ts'
import * as sql from './sql.ts'

const PAGE = 30
const MOST_OPEN = 200

/** The public form. `filed` is the number of a report that was just sent. */
export function barrierFormFor(filed: string | null, cameFrom: string) {
  return Promise.resolve({
    filed: filed !== null && /^[1-9]\d{0,8}$/.test(filed) ? Number(filed) : null,
    page: cameFrom,
    clientKey: randomUUID(),
  })
}

/** The list of the SMZ with the six-week clock of each open report. */
export async function barriersFor(actor: Actor, page: number) {
  authorize(may.handle, actor, undefined)
  const at = now()
  const [open, { rows: handled, total }] = await Promise.all([
    sql.listOpen(MOST_OPEN),
    sql.listHandled(page, PAGE),
  ])
  return {
    open: open.map((row) => openBarrier(row, at)),
    handled: paged(
      handled.map((row) => handledBarrier(row, at)),
      total,
      page,
      PAGE,
    ),
    now: at,
  }
}

function openBarrier(row: sql.BarrierRow, at: Date): BarrierReport {
  const dueAt = answerDue(row.at)
  return {
    id: row.id,
    number: row.number,
    page: row.page,
    description: row.description,
    contact: row.contact,
    isMailed: emailAddress.safeParse(row.contact).success,
    at: row.at,
    dueAt,
    daysLeft: daysUntil(dueAt, at),
  }
}

function handledBarrier(row: sql.BarrierRow, at: Date): HandledBarrier {
  const { firstName, lastName } = row
  return {
    ...openBarrier(row, at),
    answer: row.answer,
    handledAt: row.handledAt ?? row.at,
    handledBy:
      firstName && lastName ? fullName({ firstName, lastName }) : 'ein ehemaliges Mitglied',
  }
}

export const barrierKind: ThingKind = {
  kind: 'barrier',
  word: 'Barriere',
  cards: async (actor, ids) => {
    if (!may.handle(actor)) return []
    const rows = await sql.listBarriers(ids)
    return rows.map(({ id, number }) => ({
      id,
      title: `Barriere Nr. ${number}`,
      context: 'Moderation',
      path: paths.onBarriers(number),
    }))
  },
}
