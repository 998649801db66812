import { fullName } from '#server/auth/actor.ts'
import { notify } from '#server/notifications/commands.ts'
import { delivering, durable } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { localTimeOf } from '#server/platform/local-time.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { ownersOf, staffNow } from '../booking/sql.ts'
import { alternativesTo } from '../finding/views.ts'
import { bookingNumber, paths } from '../paths.ts'
import { whenOf } from '../placing/rules.ts'
import { LAB_DAMAGE } from './damages/commands.ts'
import { damageReported, labReminded, labTroubled } from './events.ts'
import type { Reminder } from './overdue/rules.ts'
import { findLate } from './overdue/sql.ts'
import { schoolLetter } from './overdue/words.ts'
import { lastDayOf } from './rules.ts'
import { listTold, type ToldRow } from './troubles/sql.ts'
import { timesWords, troubleWords } from './troubles/words.ts'

const BOOKING = 'lab-booking'

const REMINDER_KINDS: Record<Reminder | 'by_hand', string> = {
  before: 'medialab.due-soon',
  first: 'medialab.overdue',
  second: 'medialab.overdue-again',
  school: 'medialab.overdue-again',
  by_hand: 'medialab.overdue',
}

/** Other times for as many, and else for as many as there are. */
async function otherTimes(row: ToldRow): Promise<string> {
  const span = row.isLoan ? null : { from: localTimeOf(row.startsAt), to: localTimeOf(row.endsAt) }
  const wish = { ...whenOf(row), span }
  for (const quantity of [row.quantity, row.quantity - row.missing].filter((one) => one > 0)) {
    const offers = [{ id: row.offerId, quantity }]
    const times = await alternativesTo(offers, wish, { besides: [row.dateId] })
    if (times.length > 0) return timesWords(times, quantity)
  }
  return ''
}

export const reactions = [
  durable(labTroubled, 'medialab.tell-of-trouble', async ({ troubleIds, actorId }) => {
    for (const row of await listTold(troubleIds)) {
      const news = {
        kind: 'medialab.cannot-keep',
        thing: { kind: BOOKING, id: row.bookingId },
        ...({ actorId, mail: 'soon' } as const),
        details: {
          number: bookingNumber(row),
          why: troubleWords[row.kind](row.missing, row.offer),
          times: await otherTimes(row),
        },
      }
      await notify({ ...news, audience: ownersOf(row.bookingId).union(staffNow(now())) })
    }
  }),

  durable(damageReported, 'medialab.tell-of-damage', ({ damageId, actorId }) =>
    notify({
      kind: 'medialab.damage-reported',
      thing: { kind: LAB_DAMAGE, id: damageId },
      actorId,
      audience: staffNow(now()),
      mail: 'soon',
    }),
  ),

  durable(labReminded, 'medialab.remind', async ({ dateId, kind, actorId }) => {
    const row = await findLate(dateId)
    if (!row) return
    await notify({
      kind: REMINDER_KINDS[kind],
      thing: { kind: BOOKING, id: row.bookingId },
      actorId,
      audience: ownersOf(row.bookingId),
      mail: 'soon',
      details: { offers: row.offers.join(', '), due: lastDayOf(row) },
    })
  }),

  delivering(labReminded, 'medialab.remind-school', async ({ dateId, kind }) => {
    const row = kind === 'school' ? await findLate(dateId) : undefined
    if (!row?.schoolEmail || !['out', 'partly_back'].includes(row.state)) return
    const { firstName, lastName } = row
    await sendLetter({
      to: { name: '', address: row.schoolEmail },
      ...schoolLetter({
        ...{ offers: row.offers.join(', '), due: lastDayOf(row), number: bookingNumber(row) },
        person: firstName && lastName ? fullName({ firstName, lastName }) : '',
      }),
      link: { label: 'Zum MediaLab', path: paths.start() },
    })
  }),
]
