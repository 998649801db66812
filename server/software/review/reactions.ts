import { randomBytes } from 'node:crypto'
import { notify } from '#server/notifications/commands.ts'
import { delivering, durable, live } from '#server/platform/bus.ts'
import { now } from '#server/platform/clock.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { roomOf } from '#server/platform/rooms.ts'
import { tell } from '#server/realtime/emit.ts'
import type { CaseEvent } from '../cases/contract.ts'
import { caseMoved, caseOpened, caseWorked } from '../cases/events.ts'
import { deviationProposed, standingChanged } from '../decisions/events.ts'
import { holdersOf } from '../decisions/sql.ts'
import { demandChanged } from '../proposing/events.ts'
import { requesterOf, waitingFor } from './audiences/sql.ts'
import { DESK_ROOM } from './contract.ts'
import { answerOverdue, lateAnswer, vendorAsked } from './questions/events.ts'
import { vendorLetter } from './questions/mails/vendor.ts'
import { hashOf } from './questions/rules.ts'
import { findQuestion, updateToken } from './questions/sql.ts'

const thing = (id: string) => ({ kind: 'review-case', id })

/** What those who wait are told. Releases themselves are told by `decisions/`. */
const TOLD: Partial<Record<CaseEvent, { kind: string; to: 'requester' | 'all' }>> = {
  start: { kind: 'software.case-started', to: 'all' },
  fast_lane: { kind: 'software.case-started', to: 'all' },
  reject: { kind: 'software.case-rejected', to: 'all' },
  already_decided: { kind: 'software.case-decided-before', to: 'all' },
  ask_requester: { kind: 'software.case-asked', to: 'requester' },
  hand_over: { kind: 'software.case-opinion', to: 'all' },
}

/** What the desk is told. */
const FOR_DESK: Partial<Record<CaseEvent, string>> = {
  start: 'software.case-for-desk',
  fast_lane: 'software.case-for-desk',
  answer: 'software.case-answered',
}

async function sendVendorLetter(questionId: string): Promise<void> {
  const question = await findQuestion(questionId)
  if (!question?.vendorEmail || question.answeredAt !== null) return
  const token = randomBytes(32).toString('base64url')
  await updateToken(questionId, hashOf(token))
  const { vendorEmail: email, app, text, dueOn } = question
  await sendLetter(vendorLetter({ email, app, text, dueOn, token }))
}

const DESK = roomOf(DESK_ROOM.kind, DESK_ROOM.id)
const tellDesk = () => tell(DESK, { ...DESK_ROOM, what: 'desk-changed' })

/** The list and the page of this case load anew; what happened they read there. */
const tellCase = ({ caseId: id }: { caseId: string }) =>
  tell([roomOf('review-case', id), DESK], {
    ...{ kind: 'review-case', id, what: 'case-changed', also: [DESK_ROOM] },
  })

export const reactions = [
  live(caseOpened, tellCase),
  live(caseMoved, tellCase),
  live(caseWorked, tellCase),
  live(demandChanged, tellCase),
  live(standingChanged, tellDesk),
  live(deviationProposed, tellDesk),
  durable(caseOpened, 'software.tell-of-proposal', ({ caseId, actorId, state }) =>
    state === 'submitted'
      ? notify({
          ...{ kind: 'software.case-submitted', thing: thing(caseId), actorId, mail: 'digest' },
          audience: holdersOf(['smz_staff', 'media_advisor'], now()),
        })
      : Promise.resolve(),
  ),
  durable(caseMoved, 'software.tell-who-waits', async ({ caseId, actorId, event, from }) => {
    const isDropped = event === 'withdraw' && from !== 'draft' && actorId !== null
    const told = isDropped ? ({ kind: 'software.case-dropped', to: 'all' } as const) : TOLD[event]
    if (!told) return
    await notify({
      ...{ kind: told.kind, thing: thing(caseId), actorId },
      audience: told.to === 'requester' ? requesterOf(caseId) : waitingFor(caseId),
      mail: event === 'ask_requester' ? 'soon' : 'digest',
    })
  }),
  durable(caseMoved, 'software.tell-desk', async ({ caseId, actorId, event }) => {
    const kind = FOR_DESK[event]
    if (!kind) return
    await notify({
      ...{ kind, thing: thing(caseId), actorId, mail: 'digest' },
      audience: holdersOf(['school_dpo'], now()),
    })
  }),
  durable(lateAnswer, 'software.tell-desk-late', ({ caseId }) =>
    notify({
      ...{ kind: 'software.case-answered', thing: thing(caseId), actorId: null, mail: 'digest' },
      audience: holdersOf(['school_dpo'], now()),
    }),
  ),
  delivering(vendorAsked, 'software.mail-vendor', ({ questionId }) => sendVendorLetter(questionId)),
  durable(answerOverdue, 'software.remind-requester', async ({ caseId, addressee }) => {
    if (addressee === 'requester')
      await notify({
        ...{ kind: 'software.case-asked-again', thing: thing(caseId), actorId: null, mail: 'soon' },
        audience: requesterOf(caseId),
      })
  }),
  delivering(answerOverdue, 'software.remind-vendor', async ({ questionId, addressee }) => {
    if (addressee === 'vendor') await sendVendorLetter(questionId)
  }),
]
