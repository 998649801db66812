import type { Actor } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { paged } from '#server/platform/paging.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { workingOf } from '../views.ts'
import { type Change, CHANGES_PER_PAGE } from './contract.ts'
import * as sql from './sql.ts'
import { sentenceOf } from './words.ts'

const nameOf = (first: string | null, last: string | null, otherwise: string) =>
  first && last ? `${first} ${last}` : otherwise

/** What happened in the working copy: changes, check-ins, reflections and versions in one line of time. */
export async function historyFor(actor: Actor, slug: string, page: number) {
  const { concept, school, facts } = await workingOf(actor, { slug })
  const reader = { personId: actor.id, all: may.write(actor, facts) }
  const [rows, total] = await Promise.all([
    sql.listChanges(concept.id, reader, {
      ...{ limit: CHANGES_PER_PAGE, offset: (page - 1) * CHANGES_PER_PAGE },
    }),
    sql.countChanges(concept.id, reader),
  ])
  const lines = rows.map((row): Change => {
    const { id, at, what, details, said, did, goalNumber, goalDeletedAt } = row
    const isReflection = row.thingKind === 'concept-reflection'
    const goal = goalNumber === null || goalDeletedAt ? null : paths.goal(school.slug, goalNumber)
    return {
      ...{ id: String(id), at, quote: said ?? did ?? '' },
      by: nameOf(row.firstName, row.lastName, 'Ehemalige Person'),
      sentence: sentenceOf(what, details, nameOf(row.whoFirst, row.whoLast, '')),
      path: isReflection ? paths.reflections(school.slug) : goal,
    }
  })
  return { school, now: now(), ...paged(lines, total, page, CHANGES_PER_PAGE) }
}
