import type { Actor } from '#server/auth/actor.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { Refusal } from '#server/platform/errors.ts'
import { changingConcept } from '../../commands.ts'
import { may } from '../../policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** Names the school's own subjects and levels anew. What stands at one that is gone stays where it is. */
export async function saveOwnLists(
  actor: Actor,
  slug: string,
  { subjects, levels }: { subjects: string[]; levels: string[] },
): Promise<void> {
  const usual = new Set(Object.values(subjectNames).map((name) => name.toLowerCase()))
  const twice = subjects.find((name) => usual.has(name.toLowerCase()))
  if (twice !== undefined) throw new Refusal(words.usual(twice), 'subjects')
  return changingConcept(actor, { slug }, may.write, async ({ concept, school }, tell) => {
    const kind = school.form === 'vocational' ? 'BK' : 'FOE'
    await sql.replaceSubjects(concept.id, subjects)
    await sql.replaceLevels(
      concept.id,
      levels.map((name) => `${kind}:${name}`),
    )
    await tell({
      ...{ thingKind: 'concept', thingId: concept.id, what: 'lists.changed' },
      details: { subjects: subjects.length, levels: levels.length },
    })
  })
}
