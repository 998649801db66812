import type { Actor } from '#server/auth/actor.ts'
import type { Given } from '#server/files/keeping/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { NotFound } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { transaction } from '#server/platform/transaction.ts'
import { withPhoto, writeDamage } from '../damages/commands.ts'
import type { GivenProblem } from '../damages/inputs.ts'
import { damageReported } from '../events.ts'
import { may } from '../policy.ts'
import { codeIn } from '../rules.ts'
import { findThing } from '../sql.ts'
import * as sql from './sql.ts'

/** Says from school that something one has borrowed does not work: the SMZ looks at it. The same form again is one. */
export async function reportProblem(
  actor: Actor,
  typed: string,
  given: GivenProblem,
  file: Given | null,
): Promise<void> {
  await spend('reports', actor.id)
  const code = codeIn(typed)
  const thing = existing(code === undefined ? undefined : await findThing(code))
  const own = (await sql.listOwn(actor.id, thing)).find(({ hasIt }) => hasIt)
  if (!own) throw new NotFound()
  authorize(may.report, actor, { booking: own, state: own.state })
  await withPhoto(file, (photo) =>
    transaction(async (publish) => {
      const { id: damageId, isRepeat } = await writeDamage(
        actor,
        {
          ...given,
          ...{ quantity: 1, isUnusable: false, origin: 'borrower' },
          item: {
            ...{ resourceId: thing.resourceId, partId: thing.partId, dateId: own.id },
            ...{ name: `${thing.name} (${thing.code})`, handedId: own.handedId },
          },
        },
        photo,
        publish,
      )
      if (!isRepeat) publish(damageReported({ damageId, actorId: actor.id }))
    }),
  )
}
