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
