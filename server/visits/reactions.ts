import { notify } from '#server/notifications/commands.ts'
import { now } from '#server/platform/clock.ts'
import { durable, live } from '#server/platform/bus.ts'
import { memberLeft, memberRemoved } from '#server/plg/events.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import {
  offerWithdrawn,
  releaseDecided,
  visitAccepted,
  visitAgreed,
  visitCancelled,
  visitChanged,
  visitDeclined,
  visitorLeft,
  visitRequested,
  visitWithdrawn,
} from './events.ts'
import { hostOfOffer } from './offers/sql.ts'
import * as sql from './sql.ts'
import { withdrawFrom } from './withdrawal/commands.ts'

const visit = (id: string) => ({ kind: 'classroom-visit', id })

type OfVisit = { visitId: string; actorId: string }

/** Principals see their own line of it: day and place, no lesson. */
const askHeads = ({ visitId, actorId }: OfVisit) =>
  notify({
    ...{ kind: 'visits.release-asked', thing: { kind: 'classroom-release', id: visitId }, actorId },
    audience: sql.headsToAsk(visitId, now()),
    mail: 'digest',
  })

export const reactions = [
  live(visitChanged, ({ visitId: id }) =>
    tell(roomOf('classroom-visit', id), { kind: 'classroom-visit', id, what: 'changed' }),
  ),

  durable(visitRequested, 'visits.tell-host-of-request', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.requested', thing: visit(visitId), actorId },
      audience: sql.hostOf(visitId),
      mail: 'digest',
    }),
  ),
  durable(visitAccepted, 'visits.tell-visitors-of-acceptance', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.accepted', thing: visit(visitId), actorId },
      audience: sql.visitorsOf(visitId),
      mail: 'digest',
    }),
  ),
  durable(visitAccepted, 'visits.ask-heads', askHeads),
  durable(visitDeclined, 'visits.tell-visitors-of-declining', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.declined', thing: visit(visitId), actorId },
      audience: sql.visitorsOf(visitId),
      mail: 'soon',
    }),
  ),
  durable(visitAgreed, 'visits.tell-visitors-of-agreement', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.agreed', thing: visit(visitId), actorId },
      audience: sql.visitorsOf(visitId),
      mail: 'digest',
    }),
  ),
  durable(visitAgreed, 'visits.ask-heads-of-agreement', askHeads),
  durable(memberLeft, 'visits.withdraw-of-who-left', ({ plgId, personId }) =>
    withdrawFrom(personId, { plgId }),
  ),
  durable(memberRemoved, 'visits.withdraw-of-removed', ({ plgId, personId }) =>
    withdrawFrom(personId, { plgId }),
  ),
  durable(visitWithdrawn, 'visits.tell-visitors-of-withdrawal', ({ visitId }) =>
    notify({
      ...{ kind: 'visits.withdrawn', thing: visit(visitId), actorId: null },
      audience: sql.visitorsOf(visitId),
      mail: 'soon',
    }),
  ),
  durable(offerWithdrawn, 'visits.tell-host-of-withdrawal', ({ offerId, from }) =>
    notify({
      ...{ kind: 'visits.offer-withdrawn', thing: { kind: 'classroom-offer', id: offerId } },
      actorId: null,
      audience: hostOfOffer(offerId),
      mail: 'digest',
      details: { from },
    }),
  ),
  durable(visitCancelled, 'visits.tell-of-cancelling', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.cancelled', thing: visit(visitId), actorId },
      audience: sql.everybodyOf(visitId),
      mail: 'soon',
    }),
  ),
  durable(visitorLeft, 'visits.tell-host-of-leaving', ({ visitId, actorId }) =>
    notify({
      ...{ kind: 'visits.left', thing: visit(visitId), actorId },
      audience: sql.hostOf(visitId),
      mail: 'soon',
    }),
  ),
  durable(releaseDecided, 'visits.tell-of-release', ({ visitId, actorId, visitorId, release }) =>
    notify({
      ...{ kind: 'visits.release-decided', thing: visit(visitId), actorId },
      audience: sql.hostAnd(visitId, visitorId),
      mail: release === 'refused' ? 'soon' : 'digest',
      details: { release },
    }),
  ),
]
