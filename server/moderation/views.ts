import type { Actor } from '#server/auth/actor.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { paths } from './paths.ts'
import { may } from './policy.ts'
import * as sql from './sql.ts'
import { waitingWords } from './words.ts'

/** The number beside "Moderation" in the menu; 0 for everybody who does not work there. */
export async function openCount(actor: Actor): Promise<number> {
  if (!may.handle(actor)) return 0
  const { reports, barriers } = await sql.countOpen()
  return reports + barriers
}

/** For "Heute": what waits at the desk. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  if (!may.handle(actor)) return []
  const { reports, barriers } = await sql.countOpen()
  const waiting: Waiting[] = []
  if (reports > 0)
    waiting.push({
      id: 'moderation.reports',
      text: waitingWords.reports(reports),
      action: { label: 'Meldungen lesen', to: paths.desk() },
    })
  if (barriers > 0)
    waiting.push({
      id: 'moderation.barriers',
      text: waitingWords.barriers(barriers),
      action: { label: 'Barrieren lesen', to: paths.barriers() },
    })
  return waiting
}
