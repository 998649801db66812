import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { IdeaInterests, Ideas } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** An open idea that nobody has joined. */
export function anIdea(given: Partial<Insertable<Ideas>> = {}) {
  return db()
    .insertInto('ideas')
    .values({
      title: `Idee ${numbered('idea')}`,
      problem: 'Vielen fällt das schwer.',
      learnersNeed: 'Mehr Übung mit Rückmeldung.',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Somebody who joined it for a school. */
export function anInterest(
  given: { ideaId: string; personId: string; schoolId: string } & Partial<
    Insertable<IdeaInterests>
  >,
) {
  return db()
    .insertInto('ideaInterests')
    .values({ at: LONG_AGO, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Around = { lead: { id: string }; ids: (kind: string) => string[] }

/**
 * Among the grown things of a neighbourhood: so many ideas like each other; every second one is merged into the first,
 * and all persons want the first.
 */
export async function ideasAmong({ lead, ids }: Around): Promise<void> {
  const all = ids('idea')
  const first = all[0] ?? ''
  await db()
    .insertInto('ideas')
    .values(
      all.map((id, i) => ({
        id,
        title: `Bruch ${i}`,
        problem: 'Bruchrechnen',
        learnersNeed: 'Anschauung',
        authorId: lead.id,
        subjects: ['mathematics'],
        createdAt: LONG_AGO,
        changedAt: LONG_AGO,
        clientKey: randomUUID(),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const merged = all.filter((_, i) => i % 2 === 1)
  if (merged.length > 0)
    await db()
      .updateTable('ideas')
      .set({ state: 'merged', mergedInto: first, mergedAt: LONG_AGO })
      .where('id', 'in', merged)
      .execute()
  const schools = ids('school')
  await db()
    .insertInto('ideaInterests')
    .values(
      ids('person').map((personId, i) => ({
        ideaId: first,
        personId,
        schoolId: schools[i] ?? '',
        at: LONG_AGO,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
