import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import * as damages from '../damages/sql.ts'
import { findHandover, listThings } from '../handing/sql.ts'
import { may } from '../policy.ts'
import { codeIn, lastDayOf } from '../rules.ts'
import { dateOf, deskDateOf } from '../views.ts'
import { progressOf, restOf } from './rules.ts'
import * as sql from './sql.ts'
import { returningWords as says, returnWords } from './words.ts'

/**
 * The page on which something comes back: what is there, what is with the borrower, what broke.
 *
 * @param scanned the code that was scanned last, for the sentence about it
 */
export async function takeBackFor(
  actor: Actor,
  number: string,
  { position, scanned }: { position: number | null; scanned: string | null },
) {
  authorize(may.stand, actor, {})
  const row = await dateOf(number, {
    position,
    fits: ({ state }) => state === 'out' || state === 'partly_back',
  })
  const [lines, damageRows, handover, things] = await Promise.all([
    sql.listBack(row.id),
    damages.listOfDate(row.id),
    findHandover(row.id),
    listThings(row.id),
  ])
  const facts = { state: row.state, hasBegun: true }
  const progress = progressOf(lines)
  const last = lines.find(
    ({ code, back }) => back > 0 && code !== null && code === codeIn(scanned ?? ''),
  )
  const date = deskDateOf(row)
  return {
    ...{ date, progress, handover: handover ?? null },
    standing: returnWords(row.state, progress, damageRows.length),
    isLate: may.takeBack(actor, facts) && lastDayOf(date) < localDayOf(now()),
    lines: lines.map((line) => ({ ...line, rest: restOf(line) })),
    damages: damageRows.map(({ number: no, item, category, quantity, isUnusable, hasPhoto }) => ({
      ...{ number: no, item, category, quantity, isUnusable, hasPhoto },
    })),
    wipes: things
      .filter(({ holdsData, wipeDueAt }) => holdsData && wipeDueAt !== null)
      .map(({ code, name }) => ({ code, name })),
    said: last ? says.back(last.name, progress) : '',
    ...{ now: now(), clientKey: randomUUID(), personId: actor.id },
    can: { takeBack: may.takeBack(actor, facts), undo: may.undoHandOut(actor, facts) },
  }
}

export type TakeBackView = Awaited<ReturnType<typeof takeBackFor>>
