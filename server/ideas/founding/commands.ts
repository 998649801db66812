import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { KIND_DEFAULTS } from '#server/plg/contract.ts'
import { type Founding, foundTogether } from '#server/plg/founding/commands.ts'
import { lockedIdea } from '../commands.ts'
import { ideaBecamePlg, ideaChanged } from '../events.ts'
import { listPeople } from '../interests/sql.ts'
import { may } from '../policy.ts'
import { updateIdea } from '../sql.ts'
import { refusals } from '../words.ts'
import { findPlgSlug } from './sql.ts'
import { foundingWords } from './words.ts'

/**
 * Makes a PLG of an idea, once: the idea is locked, so of two at the same moment the second finds it done. All who
 * wanted it are asked in. The same form again leads to the same PLG.
 *
 * @returns the address of the PLG, as its last part
 */
export function foundFromIdea(actor: Actor, param: string, input: Founding): Promise<string> {
  return lockedIdea(actor, param, async ({ row, facts }, publish) => {
    if (facts.state === 'became_plg') return ownFounding(actor, row.plgId, input.clientKey)
    if (facts.state !== 'open') throw new Refusal(refusals.notOpen)
    authorize(may.found, actor, facts)
    if (KIND_DEFAULTS[input.kind ?? 'plg'].foundedBy === 'heads')
      throw new Refusal('Aus einer Idee wird keine Runde der Schulleitungen.', 'kind')
    const plg = await foundTogether(actor, input, {
      personIds: await listPeople(row.id),
      leadId: row.authorId,
      message: foundingWords.invitation(row.title),
    })
    await updateIdea(row.id, { state: 'became_plg', plgId: plg.id, changedAt: now() })
    await record(actor, {
      ...{ action: 'ideas.became-plg', thingKind: 'idea', thingId: row.id },
      details: { plgId: plg.id },
    })
    publish(ideaBecamePlg({ ideaId: row.id, actorId: actor.id, plgId: plg.id }))
    publish(ideaChanged({ ideaId: row.id }))
    return plg.slug
  })
}

async function ownFounding(actor: Actor, plgId: string | null, clientKey: string) {
  const own = plgId === null ? undefined : await findPlgSlug(plgId, actor.id, clientKey)
  if (!own) throw new Refusal(refusals.alreadyPlg)
  return own.slug
}
