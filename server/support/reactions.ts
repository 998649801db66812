import { notify } from '#server/notifications/commands.ts'
import { durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import type { FundingEvent } from './contract.ts'
import { fundingMoved, requestMoved, supportAsked } from './events.ts'
import { DECIDERS, HOLDERS } from './policy.ts'
import { findAddressee } from './requests/sql.ts'
import * as sql from './sql.ts'

const tellPlg = ({ plgId }: { plgId: string }) =>
  tell(roomOf('plg', plgId), { kind: 'plg', id: plgId, what: 'support-changed' })

const requestThing = (id: string) => ({ kind: 'support-request', id })

type Told = { kind: string; to: 'leads' | 'deciders' | 'heads' }
/** Who hears of which event. */
const TOLD: Record<FundingEvent, Told[]> = {
  submit: [
    { kind: 'funding.submitted', to: 'deciders' },
    { kind: 'funding.for-school', to: 'heads' },
  ],
  takeUp: [{ kind: 'funding.in-review', to: 'leads' }],
  ask: [{ kind: 'funding.queries', to: 'leads' }],
  answer: [{ kind: 'funding.answered', to: 'deciders' }],
  approve: [
    { kind: 'funding.decided', to: 'leads' },
    { kind: 'funding.decided', to: 'heads' },
  ],
  reject: [{ kind: 'funding.decided', to: 'leads' }],
  withdraw: [{ kind: 'funding.withdrawn', to: 'deciders' }],
  pay: [
    { kind: 'funding.paid', to: 'leads' },
    { kind: 'funding.paid', to: 'heads' },
  ],
  account: [{ kind: 'funding.accounted', to: 'deciders' }],
  close: [{ kind: 'funding.closed', to: 'leads' }],
}

const AUDIENCES = {
  leads: ({ plgId }: { plgId: string }) => sql.leadsOf(plgId),
  deciders: () => sql.holdersOf(DECIDERS, now()),
  heads: ({ applicationId }: { applicationId: string }) => sql.headsOf(applicationId, now()),
}

export const reactions = [
  live(supportAsked, tellPlg),
  live(requestMoved, tellPlg),
  live(fundingMoved, tellPlg),

  durable(supportAsked, 'support.tell-addressees', async ({ requestId, actorId }) => {
    const addressee = await findAddressee(requestId)
    if (!addressee) return
    await notify({
      kind: 'support.asked',
      thing: requestThing(requestId),
      actorId,
      audience: sql.holdersOf(HOLDERS[addressee], now()),
      mail: 'soon',
    })
  }),
  durable(requestMoved, 'support.tell-of-answer', ({ requestId, actorId, event }) =>
    notify({
      kind: REQUEST_NEWS[event],
      thing: requestThing(requestId),
      actorId,
      audience: event === 'withdraw' ? sql.handlerOf(requestId) : sql.askersOf(requestId),
      mail: 'soon',
    }),
  ),
  durable(fundingMoved, 'support.tell-of-funding', async (news) => {
    // A draft that never left its PLG concerns nobody else.
    if (news.event === 'withdraw' && !news.wasSubmitted) return
    for (const { kind, to } of TOLD[news.event])
      await notify({
        kind,
        thing: { kind: 'funding', id: news.applicationId },
        actorId: news.actorId,
        audience: AUDIENCES[to](news),
        mail: 'soon',
      })
  }),
]

const REQUEST_NEWS = {
  accept: 'support.accepted',
  decline: 'support.declined',
  finish: 'support.done',
  withdraw: 'support.withdrawn',
} as const
