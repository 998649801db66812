import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { ThingReferences } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

type Thing = { kind: string; id: string }

/** One thing points at another: by a mention, unless told otherwise. */
export async function aReference(
  from: Thing,
  to: Thing,
  given: Partial<Pick<Insertable<ThingReferences>, 'kind' | 'createdAt'>> = {},
): Promise<void> {
  await someReferences([{ from, to }], given)
}

/** Many at once; those that are there already stay. */
export async function someReferences(
  all: { from: Thing; to: Thing }[],
  given: Partial<Pick<Insertable<ThingReferences>, 'kind' | 'createdAt'>> = {},
): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(({ from, to }) => ({
    fromKind: from.kind,
    fromId: from.id,
    toKind: to.kind,
    toId: to.id,
    kind: 'mention',
    createdAt: LONG_AGO,
    ...given,
  }))
  await db()
    .insertInto('thingReferences')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Around = { plg: { id: string }; ids: (kind: string) => string[] }

/** Among the grown things of a neighbourhood: posts name things of all kinds, and all that is named is connected. */
export async function referencesAmong({ plg, ids }: Around): Promise<void> {
  const home = { kind: 'plg', id: plg.id }
  const all = (kind: string) => ids(kind).map((id) => ({ kind, id }))
  const things = ['plg', 'school', 'topic'].flatMap(all)
  const posts = all('post')
  const mentions = ids('post').flatMap((_, at) =>
    ['plg', 'school', 'topic'].flatMap((kind) => {
      const [from, to] = [posts[at], all(kind)[at]]
      return from && to ? [{ from, to }] : []
    }),
  )
  await someReferences(mentions)
  await someReferences([...things, ...posts].map((from) => ({ from, to: home })))
  await someReferences(
    things.map((to) => ({ from: home, to })),
    { kind: 'relation' },
  )
}
