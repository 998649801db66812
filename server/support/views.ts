import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { paths } from './paths.ts'
import { answersFor, may } from './policy.ts'
import * as sql from './sql.ts'
import { waitingWords } from './words.ts'

/** For "Heute": requests and applications that wait for an answer of this person. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  if (!isConfirmed(actor)) return []
  const decides = may.keepBudget(actor, {})
  const { requests, applications, queries } = await sql.countWaiting(
    actor.id,
    answersFor(actor),
    decides,
  )
  const lines: (Waiting | false)[] = [
    requests > 0 && {
      id: 'support.requests',
      text: waitingWords.requests(requests),
      action: { label: 'Anfragen lesen', to: paths.inbox() },
    },
    applications > 0 && {
      id: 'support.applications',
      text: waitingWords.applications(applications),
      action: { label: 'Anträge lesen', to: paths.fundings() },
    },
    queries > 0 && {
      id: 'support.queries',
      text: waitingWords.queries(queries),
      action: { label: 'Antworten', to: paths.fundings() },
    },
  ]
  return lines.filter((line) => line !== false)
}

/** Do requests of PLGs lie with this person? For the menu. */
export const answersRequests = (actor: Actor): boolean => may.inbox(actor, {})
