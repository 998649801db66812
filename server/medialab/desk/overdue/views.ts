import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf, momentOf } from '#server/platform/local-time.ts'
import { may } from '../policy.ts'
import { lastDayOf } from '../rules.ts'
import { deskDateOf } from '../views.ts'
import * as sql from './sql.ts'

const PER_PAGE = 30

/** What should be back: the longest first, with who was reminded and who waits behind it. */
export async function overdueFor(actor: Actor, page: number) {
  authorize(may.stand, actor, {})
  const at = now()
  const today = localDayOf(at)
  const midnight = momentOf(today, '00:00')
  const [total, rows] = await Promise.all([
    sql.countLate(midnight),
    sql.listLate(midnight, { size: PER_PAGE, offset: (page - 1) * PER_PAGE }),
  ])
  return {
    ...{ total, page, pages: Math.max(1, Math.ceil(total / PER_PAGE)), now: at },
    lines: rows.map((row) => {
      const date = deskDateOf(row)
      return {
        ...{ date, due: lastDayOf(date), phone: row.phone, waiting: row.waiting },
        reminders: row.reminders.length,
        lastReminder: row.reminders.at(-1)?.at ?? null,
        isRemindedToday: row.reminders.some(
          (one) => one.kind === 'by_hand' && localDayOf(new Date(one.at)) === today,
        ),
      }
    }),
  }
}
