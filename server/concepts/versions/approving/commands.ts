import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { changingConcept } from '../../commands.ts'
import { conceptReturned, conceptSubmitted } from '../../events.ts'
import { may } from '../../policy.ts'
import { updateSubmission } from '../sql.ts'
import { words } from '../words.ts'

/** Hands the working copy to the Schulleitung. It goes on living; what is published is what stands there then. */
export function submitConcept(actor: Actor, slug: string, { note }: { note: string }) {
  return changingConcept(actor, { slug }, may.submit, async ({ concept }, tell, publish) => {
    if (concept.submittedAt) throw new Refusal(words.alreadySubmitted)
    await updateSubmission(concept.id, {
      ...{ submittedAt: now(), submittedBy: actor.id, submittedNote: note, returnedNote: '' },
    })
    await tell({ thingKind: 'concept', thingId: concept.id, what: 'concept.submitted' })
    publish(conceptSubmitted({ conceptId: concept.id, actorId: actor.id }))
  })
}

/** The Schulleitung gives it back, with what is still to do. */
export function returnConcept(actor: Actor, slug: string, { note }: { note: string }) {
  return changingConcept(actor, { slug }, may.publish, async ({ concept }, tell, publish) => {
    if (!concept.submittedAt) throw new Refusal(words.notSubmitted)
    await updateSubmission(concept.id, {
      ...{ submittedAt: null, submittedBy: null, submittedNote: '', returnedNote: note },
    })
    await tell({ thingKind: 'concept', thingId: concept.id, what: 'concept.returned' })
    publish(conceptReturned({ conceptId: concept.id, actorId: actor.id }))
  })
}
