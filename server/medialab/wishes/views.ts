import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import type { ThingCard } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { type Wish, WISHES_PER_PAGE } from './contract.ts'
import { may, type WishFacts } from './policy.ts'
import * as sql from './sql.ts'
import { outcomeNames } from './words.ts'

export const factsOf = (row: { authorId: string | null; deletedAt: Date | null }): WishFacts => ({
  authorId: row.authorId,
  isDeleted: row.deletedAt !== null,
})

/** "Das fehlt uns": what most miss comes first. */
export async function wishesFor(actor: Actor, asked: URLSearchParams) {
  authorize(may.wish, actor, {})
  const page = pageNumber(asked.get('seite'))
  const [rows, total] = await Promise.all([
    sql.listWishes(actor.id, { limit: WISHES_PER_PAGE, offset: (page - 1) * WISHES_PER_PAGE }),
    sql.countWishes(),
  ])
  return {
    ...paged(
      rows.map((row) => shown(actor, row)),
      total,
      page,
      WISHES_PER_PAGE,
    ),
    can: { answer: may.answer(actor, { authorId: null, isDeleted: false }) },
    clientKey: randomUUID(),
  }
}

/** Nobody's name: a wish is a school's, and many say the same. */
function shown(actor: Actor, row: sql.WishRow): Wish {
  const { authorId, deletedAt: _, ...wish } = row
  return {
    ...wish,
    isOwn: authorId === actor.id,
    canDelete: may.delete(actor, factsOf(row)),
  }
}

/** Lines for the bell. */
export async function wishCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  if (!may.wish(actor, {})) return []
  const rows = await sql.listByIds(ids)
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .map(({ id, number, title, outcome }) => ({
      ...{ id, title, context: outcomeNames[outcome] },
      path: `${paths.demand()}#wunsch-${number}`,
    }))
}
