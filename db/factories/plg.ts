import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { PlgMembers, Plgs, Posts, Topics } from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

/** An open PLG without members. */
export function aPlg(given: Partial<Insertable<Plgs>> = {}) {
  const number = numbered('plg')
  return db()
    .insertInto('plgs')
    .values({
      slug: `plg-${number}`,
      title: `PLG ${number}`,
      question: 'Was hilft Lernenden?',
      joining: 'open',
      foundedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** A seat in a PLG: an active member unless told otherwise. */
export function aMember(
  given: { plgId: string; personId: string } & Partial<Insertable<PlgMembers>>,
) {
  return db()
    .insertInto('plgMembers')
    .values({ role: 'member', state: 'active', since: LONG_AGO, ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** An empty topic; give it posts with `aPost`. */
export async function aTopic(given: { plgId: string } & Partial<Insertable<Topics>>) {
  const { topicCount } = await db()
    .updateTable('plgs')
    .set((eb) => ({ topicCount: eb('topicCount', '+', 1) }))
    .where('id', '=', given.plgId)
    .returning('topicCount')
    .executeTakeFirstOrThrow()
  return db()
    .insertInto('topics')
    .values({
      number: topicCount,
      title: `Thema ${topicCount}`,
      createdAt: LONG_AGO,
      lastPostAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function aPost(given: { topicId: string } & Partial<Insertable<Posts>>) {
  const at = given.createdAt ?? LONG_AGO
  const { postCount } = await db()
    .updateTable('topics')
    .set((eb) => ({ postCount: eb('postCount', '+', 1), lastPostAt: at }))
    .where('id', '=', given.topicId)
    .returning('postCount')
    .executeTakeFirstOrThrow()
  return db()
    .insertInto('posts')
    .values({
      number: postCount,
      body: 'Ein Beitrag.',
      bodyHtml: '<p>Ein Beitrag.</p>',
      createdAt: at,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
