import { type Actor, isConfirmed } from '#server/auth/actor.ts'
import { type Home, homeKind } from '#server/platform/homes.ts'
import { readableCards } from '#server/platform/things.ts'
import * as sql from './sql.ts'

const MOST = 100

/** PLGs whose members may say that they work with an app: one's own, but none that nobody outside knows of. */
export async function speakingFor(actor: Actor): Promise<Home[]> {
  return (await homesOf(actor)).filter(({ isWalled }) => !isWalled)
}

const homesOf = (actor: Actor): Promise<Home[]> =>
  isConfirmed(actor) ? homeKind('plg').writable(actor) : Promise.resolve([])

/** PLGs that work with the app, as far as the reader may see their outer page. */
export async function plgsOf(actor: Actor | null, productId: string) {
  if (!actor) return { attached: [], choices: [], homes: [] }
  const [ids, all] = await Promise.all([sql.listIds(productId, MOST), homesOf(actor)])
  const homes = all.filter(({ isWalled }) => !isWalled)
  const cards = await readableCards(
    actor,
    ids.map((thingId) => ({ thingKind: 'plg', thingId })),
  )
  const own = new Set(homes.map(({ id }) => id))
  return {
    attached: ids
      .flatMap((id) => cards.get(`plg:${id}`) ?? [])
      .map((card) => ({ ...card, isOwn: own.has(card.id) })),
    choices: homes
      .filter(({ id }) => !ids.includes(id))
      .map(({ id, title }) => ({ value: id, label: title })),
    /** Where one may open a topic about it. */
    homes: all.map(({ slug, title }) => ({ slug, title })),
  }
}
