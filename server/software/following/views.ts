import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { abilities, authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { cardsOf, readerFor } from '../directory/views.ts'
import { may as mayInDirectory } from '../policy.ts'
import { MOST_ITEMS, MOST_SHARED, type SharedList, type WatchList } from './contract.ts'
import { type ListFacts, may } from './policy.ts'
import * as sql from './sql.ts'

export type ListRow = NonNullable<Awaited<ReturnType<typeof sql.findList>>>

export const factsOf = ({
  personId,
  visibility,
  deletedAt,
}: Pick<ListRow, 'personId' | 'visibility' | 'deletedAt'>): ListFacts => ({
  ...{ personId, visibility, isDeleted: deletedAt !== null },
})

const listOf = ({ id, title, visibility, count }: WatchList): WatchList => ({
  ...{ id, title, visibility, count },
})

/**
 * One's lists, those that others share, and the apps one follows.
 *
 * @param slug an app to be put on lists
 */
export async function listsFor(actor: Actor, slug: string | null) {
  authorize(mayInDirectory.follow, actor, {})
  const product = slug === null ? undefined : await sql.findProduct(slug)
  if (product) authorizeOrHide(mayInDirectory.see, actor, product)
  const [own, shared, followed, reader] = await Promise.all([
    sql.listOwn(actor.id, product?.id ?? null),
    sql.listShared(actor.id, MOST_SHARED),
    sql.listFollowed(actor.id, MOST_ITEMS),
    readerFor(actor),
  ])
  const cards = await cardsOf(actor, followed, reader)
  return {
    clientKey: randomUUID(),
    product: product ? { slug: product.slug, name: product.name } : null,
    own: own.map((row) => ({ ...listOf(row), holds: row.holds })),
    shared: shared.map((row): SharedList => ({ ...listOf(row), owner: row.owner })),
    followed: cards.map(({ slug, name, standing }) => ({ slug, name, standing })),
  }
}

/** One list with its apps as they stand today. */
export async function listFor(actor: Actor, id: string) {
  const row = existing(await sql.findList(id))
  authorizeOrHide(may.see, actor, factsOf(row))
  const [items, reader] = await Promise.all([sql.listItems(id), readerFor(actor)])
  return {
    list: listOf(row),
    owner: row.personId === actor.id ? null : row.owner,
    products: (
      await cardsOf(
        actor,
        items.map(({ productId }) => productId),
        reader,
      )
    ).map((card) => ({
      ...card,
      note: items.find(({ productId }) => productId === card.id)?.note ?? '',
    })),
    can: abilities(may, actor, factsOf(row)),
  }
}

/** Whether the reader follows an app; null for those who cannot. */
export async function followedBy(actor: Actor | null, productId: string): Promise<boolean | null> {
  if (!actor || !mayInDirectory.follow(actor, {})) return null
  return sql.isFollowing(productId, actor.id)
}
