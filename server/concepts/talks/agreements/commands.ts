import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { Refusal } from '#server/platform/errors.ts'
import { onTalk } from '../commands.ts'
import { LIMITS } from '../contract.ts'
import { may } from '../policy.ts'
import { refusals } from '../words.ts'
import type { AgreementInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Who does what until when. It voids a signature that is there already. */
export function addAgreement(actor: Actor, param: string, input: AgreementInput): Promise<void> {
  return onTalk(actor, param, may.conclude, async ({ row, at }) => {
    if (await sql.findByKey(actor.id, input.clientKey)) return
    if ((await sql.listAgreements(row.id)).length >= LIMITS.agreements)
      throw new Refusal(refusals.tooManyAgreements, 'text')
    const { due = null, ...words } = input
    await sql.insertAgreement({
      ...{ ...words, due, talkId: row.id, createdBy: actor.id, createdAt: at },
    })
  })
}

export function removeAgreement(
  actor: Actor,
  param: string,
  { agreement }: { agreement: string },
): Promise<void> {
  return onTalk(actor, param, may.conclude, ({ row }) => sql.removeAgreement(row.id, agreement))
}

/** Done or not after all; this is no part of what was signed. */
export function settleAgreement(
  actor: Actor,
  param: string,
  { agreement, isDone }: { agreement: string; isDone: boolean },
): Promise<void> {
  return onTalk(actor, param, may.settle, async ({ row, at }) => {
    existing((await sql.listAgreements(row.id)).find(({ id }) => id === agreement))
    const done = isDone ? { doneAt: at, doneBy: actor.id } : { doneAt: null, doneBy: null }
    await sql.setDone({ talkId: row.id, id: agreement }, done)
  })
}
