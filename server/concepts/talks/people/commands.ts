import type { Actor } from '#server/auth/actor.ts'
import { Refusal } from '#server/platform/errors.ts'
import { onTalk } from '../commands.ts'
import { LIMITS, type Side } from '../contract.ts'
import { personInvited } from '../events.ts'
import { may } from '../policy.ts'
import { refusals } from '../words.ts'
import type { InviteInput } from './inputs.ts'
import * as sql from './sql.ts'

/** Who acts for a side takes part. Inside a transaction. */
export async function joinTalk(
  talkId: string,
  { personId, side }: { personId: string; side: Side },
): Promise<void> {
  await sql.insertPerson({ talkId, personId, side })
}

/** Of the school, of the Amt, or of those who advise; by name who has no account. */
export function inviteToTalk(actor: Actor, param: string, input: InviteInput): Promise<void> {
  return onTalk(actor, param, may.plan, async ({ row, at }, publish) => {
    const { person: personId, name } = input
    if (!personId && !name) throw new Refusal(refusals.noPerson, 'person')
    if ((await sql.listPeople(row.id)).length >= LIMITS.people)
      throw new Refusal(refusals.tooManyPeople, 'person')
    if (!personId) {
      if (!input.side) throw new Refusal('Bitte wählen Sie, für wen die Person teilnimmt.', 'side')
      await sql.insertPerson({ talkId: row.id, name, side: input.side })
      return
    }
    const candidates = await sql.listCandidates({ schoolId: row.schoolId, now: at })
    const found = candidates.find((one) => one.personId === personId)
    if (!found) throw new Refusal(refusals.notThere, 'person')
    const isNew = await sql.insertPerson({ talkId: row.id, personId, side: found.side })
    if (isNew && personId !== actor.id)
      publish(personInvited({ talkId: row.id, actorId: actor.id, personId }))
  })
}

export function uninvite(actor: Actor, param: string, { seat }: { seat: string }): Promise<void> {
  return onTalk(actor, param, may.plan, ({ row }) => sql.removePerson(row.id, seat))
}
