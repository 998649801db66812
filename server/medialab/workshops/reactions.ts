import { notify } from '#server/notifications/commands.ts'
import type { MailWish } from '#server/notifications/contract.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import { LIVE_STATES } from './contract.ts'
import {
  materialPublished,
  seatDecided,
  seatExpired,
  seatOffered,
  seatRequested,
  workshopCancelled,
  workshopChanged,
  workshopMoved,
} from './events.ts'
import * as sql from './sql.ts'

type News = {
  kind: string
  workshopId: string
  actorId?: string
  audience: Parameters<typeof notify>[0]['audience']
  mail: MailWish
  details?: Record<string, unknown>
}
const inform = ({ workshopId, actorId, ...news }: News) =>
  notify({ ...news, thing: { kind: 'workshop', id: workshopId }, actorId: actorId ?? null })

export const reactions = [
  live(workshopChanged, ({ workshopId: id }) =>
    tell(roomOf('workshop', id), { kind: 'workshop', id, what: 'seats-changed' }),
  ),

  durable(seatOffered, 'workshops.tell-offered', ({ workshopId, seatId, until }) =>
    inform({
      ...{ kind: 'workshops.seat-offered', workshopId, mail: 'soon', details: { until } },
      audience: sql.personOfSeat(seatId),
    }),
  ),
  durable(seatExpired, 'workshops.tell-expired', ({ workshopId, seatId }) =>
    inform({
      ...{ kind: 'workshops.seat-expired', workshopId, mail: 'digest' },
      audience: sql.personOfSeat(seatId),
    }),
  ),
  durable(seatRequested, 'workshops.tell-requested', ({ workshopId, actorId }) =>
    inform({
      ...{ kind: 'workshops.seat-requested', workshopId, actorId, mail: 'digest' },
      audience: sql.staffNow(now()),
    }),
  ),
  durable(seatDecided, 'workshops.tell-decided', ({ workshopId, seatId, ...decision }) =>
    inform({
      kind: decision.isApproved ? 'workshops.seat-approved' : 'workshops.seat-rejected',
      ...{ workshopId, actorId: decision.actorId, mail: 'soon' },
      details: { reason: decision.reason },
      audience: sql.personOfSeat(seatId),
    }),
  ),
  durable(workshopCancelled, 'workshops.tell-cancelled', ({ personIds, reason, ...about }) =>
    inform({
      ...{ ...about, kind: 'workshops.cancelled', mail: 'soon', details: { reason } },
      audience: sql.personsNamed(personIds),
    }),
  ),
  durable(workshopMoved, 'workshops.tell-moved', (about) =>
    inform({
      ...{ ...about, kind: 'workshops.moved', mail: 'soon' },
      audience: sql.holdersOf(about.workshopId, [...LIVE_STATES]),
    }),
  ),
  durable(materialPublished, 'workshops.tell-material', (about) =>
    inform({
      ...{ ...about, kind: 'workshops.material', mail: 'digest' },
      audience: sql.holdersOf(about.workshopId, ['taken']),
    }),
  ),
]
