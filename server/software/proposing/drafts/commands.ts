import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../policy.ts'
import { proposingRefusals } from '../words.ts'
import { MOST_DRAFTS } from './contract.ts'
import type { DraftInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Keeps a proposal that is not finished, for this person alone. @returns its id */
export async function saveDraft(actor: Actor, input: DraftInput): Promise<string> {
  authorize(may.propose, actor, {})
  await spend('posts', actor.id)
  const { draft, draftVersion = 0, clientKey, name, isOther: _, ...fields } = input
  return transaction(async () => {
    const row = { name, fields, savedAt: now() }
    if (draft) {
      const at = { id: draft, version: draftVersion }
      if (!(await sql.update(actor.id, at, row))) throw new Refusal(proposingRefusals.draftChanged)
      return draft
    }
    await sql.lockDraftsOf(actor.id)
    const id = await sql.insert({ ...row, personId: actor.id, clientKey })
    if ((await sql.list(actor.id)).length > MOST_DRAFTS)
      throw new Refusal(proposingRefusals.tooManyDrafts)
    return id
  })
}

/** A deleted draft can be brought back for a day. */
export const deleteDraft = (actor: Actor, id: string) => setDeleted(actor, id, now())

export const restoreDraft = (actor: Actor, id: string) => setDeleted(actor, id, null)

async function setDeleted(actor: Actor, id: string, at: Date | null): Promise<void> {
  authorize(may.propose, actor, {})
  await transaction(async () => {
    await sql.lockDraftsOf(actor.id)
    if (!(await sql.setDeleted(actor.id, id, at))) throw new NotFound()
    if ((await sql.list(actor.id)).length > MOST_DRAFTS)
      throw new Refusal(proposingRefusals.tooManyDrafts)
  })
}
