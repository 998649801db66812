import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paths } from '../../paths.ts'
import { ownConcepts } from '../../views.ts'
import { NEAR_DAYS } from '../contract.ts'
import { daysBetween } from '../rules.ts'
import { dueText } from '../words.ts'
import * as sql from './sql.ts'

const MOST = 20

/** What the person has taken on in concepts and is due within a week, or late. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const at = now()
  const today = localDayOf(at)
  const until = localDayOf(new Date(at.getTime() + NEAR_DAYS * 86_400_000))
  const rows = await sql.listOwn(actor.id, until, MOST)
  if (rows.length === 0) return []
  // Who has left the school keeps nothing of it.
  const concepts = new Map((await ownConcepts(actor)).map((one) => [one.id, one.school.slug]))
  return rows.flatMap(({ id, kind, title, dueOn, number, conceptId }) => {
    const school = concepts.get(conceptId)
    if (school === undefined) return []
    const due = dueText(dueOn, daysBetween(today, dueOn))
    const isGoal = kind === 'goal'
    return [
      {
        id: `concept-${kind}:${id}`,
        text: `${isGoal ? 'Ihr Ziel' : 'Ihre Maßnahme'} „${title}“: ${due}.`,
        action: {
          label: isGoal ? 'Zwischenstand eintragen' : 'Maßnahme ansehen',
          to: `${paths.goal(school, number)}${isGoal ? '#zwischenstand' : '#massnahmen'}`,
        },
      },
    ]
  })
}
