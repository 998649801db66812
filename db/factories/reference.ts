import type { Insertable } from 'kysely'
import { db } from '#db/client.ts'
import type { ThingReferences } from '#db/types.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')

type Thing = { kind: string; id: string }
type Given = Partial<Pick<Insertable<ThingReferences>, 'kind' | 'createdAt'>>

/** One thing points at another: by a mention, unless told otherwise. */
export async function aReference(from: Thing, to: Thing, given: Given = {}): Promise<void> {
  await someReferences([{ from, to, ...given }])
}

/** Many at once; those that are there already stay. */
export async function someReferences(all: (Given & { from: Thing; to: Thing })[]): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(({ from, to, kind = 'mention', createdAt = LONG_AGO }) => ({
    fromKind: from.kind,
    fromId: from.id,
    toKind: to.kind,
    toId: to.id,
    kind,
    createdAt,
  }))
  await db()
    .insertInto('thingReferences')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type Around = { plg: { id: string }; ids: (kind: string) => string[] }

const NAMED = ['plg', 'school', 'topic']

/**
 * Among the grown things of a neighbourhood: each post names one thing of each kind, and the PLG is connected
 * with all of them and named by them, now by one kind, now by another.
 */
export async function referencesAmong({ plg, ids }: Around): Promise<void> {
  const home = { kind: 'plg', id: plg.id }
  const at = (kind: string, n: number) => ({ kind, id: ids(kind)[n] ?? plg.id })
  for (let n = 0; n < ids('post').length; n++) {
    const createdAt = new Date(LONG_AGO.getTime() + n * 60_000)
    const things = NAMED.map((kind) => at(kind, n))
    await someReferences([
      ...things.map((to) => ({ from: at('post', n), to, createdAt })),
      ...things.map((to) => ({ from: home, to, kind: 'relation', createdAt })),
      ...things.map((from) => ({ from, to: home, createdAt })),
    ])
  }
}
