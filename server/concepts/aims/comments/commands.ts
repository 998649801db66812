import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { lockedAim } from '../commands.ts'
import { THING } from '../contract.ts'
import type { HideComment, NewComment } from '../inputs.ts'
import { may } from '../policy.ts'
import { isCommented } from '../rules.ts'
import { words } from '../words.ts'
import * as sql from './sql.ts'

type Number = string | undefined

/** Says something to a proposal for one's school; the same form again is the same comment. */
export async function addComment(actor: Actor, number: Number, input: NewComment): Promise<void> {
  await spend('posts', actor.id)
  await transaction(async () => {
    const { aim, facts } = await lockedAim(actor, number)
    const at = now()
    const isAsked = facts.state === 'draft' && isCommented(aim.commentsUntil, localDayOf(at))
    if (!isAsked) throw new Refusal(words.notAsked, 'body')
    const { schoolId, body, clientKey } = input
    authorize(may.comment, actor, { ...facts, schoolId, isCommented: isAsked })
    const said = { goalId: aim.id, schoolId, body, clientKey }
    await sql.insertComment({ ...said, authorId: actor.id, createdAt: at })
  })
}

/** Takes an own comment away again, until it is decided. */
export function takeCommentBack(actor: Actor, number: Number, id: string): Promise<void> {
  return transaction(async () => {
    const { aim } = await lockedAim(actor, number)
    if (aim.state !== 'draft') throw new Refusal(words.notAsked)
    if (!(await sql.deleteOwn(aim.id, id, actor.id))) throw new Refusal(words.commentGone)
  })
}

export const hideComment = (actor: Actor, number: Number, input: HideComment) =>
  curate(actor, number, { id: input.comment, reason: input.reason })

export const showComment = (actor: Actor, number: Number, id: string) =>
  curate(actor, number, { id, reason: null })

function curate(
  actor: Actor,
  number: Number,
  { id, reason }: { id: string; reason: string | null },
): Promise<void> {
  return transaction(async () => {
    const { aim } = await lockedAim(actor, number)
    authorize(may.curateComments, actor, {})
    if (!(await sql.setHidden(aim.id, id, reason))) throw new Refusal(words.commentGone)
    const action = reason === null ? 'concepts.aim-comment-shown' : 'concepts.aim-comment-hidden'
    await record(actor, { action, thingKind: THING, thingId: aim.id })
  })
}
