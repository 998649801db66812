import type { Actor } from '#server/auth/actor.ts'
import { cardsFor } from '#server/documents/text/views.ts'
import { readableCards, type ThingCard, thingWord } from '#server/platform/things.ts'
import { publicCards } from '#server/projects/views.ts'
import type { MentionCard } from '#server/rich-text/render.ts'
import type { LinkedApp } from '#server/software/linked/contract.ts'
import { productsOfProjects, softwareStandings } from '#server/software/linked/views.ts'
import { productThings } from '#server/software/views.ts'
import type { Mark } from '../../../contract.ts'
import type { ReflectionRow } from '../sql.ts'

type Pointer = { thingKind: string; thingId: string }

const idsOf = (pointers: Pointer[], kind: string) =>
  pointers.filter(({ thingKind }) => thingKind === kind).map(({ thingId }) => thingId)

/**
 * Cards of what texts mention, by "kind:id", for this reader. Visitors have no rights of persons: they get what the
 * public directory and the published Vorhaben show everybody, all else stays closed.
 */
export async function mentionCards(
  actor: Actor | null,
  pointers: Pointer[],
): Promise<Map<string, MentionCard>> {
  if (actor) return cardsFor(actor, pointers)
  const apps = idsOf(pointers, 'software')
  const [products, projects] = await Promise.all([
    apps.length > 0 ? productThings(null, apps) : [],
    publicCards(idsOf(pointers, 'project')),
  ])
  const named = (kind: string, cards: ThingCard[]) =>
    cards.map(({ id, title, path }): [string, MentionCard] => [
      `${kind}:${id}`,
      { word: thingWord(kind), title, path },
    ])
  return new Map([...named('software', products), ...named('project', projects)])
}

/** The linked Vorhaben that this reader may open, each once. */
export async function projectCardsIn(actor: Actor | null, marks: Mark[]): Promise<ThingCard[]> {
  const projects = marks.filter(({ sourceKind }) => sourceKind === 'project')
  const ids = [...new Set(projects.map(({ sourceId }) => sourceId))]
  if (!actor) return publicCards(ids)
  const pointers = ids.map((thingId) => ({ thingKind: 'project', thingId }))
  return [...(await readableCards(actor, pointers)).values()]
}

/**
 * What the school wrote, each with what it came of for those who may open that: a meeting stays with its PLG, a visit
 * with whom it concerns.
 */
export async function withSources(actor: Actor | null, rows: ReflectionRow[]) {
  const pointers = rows.flatMap(({ sourceKind: thingKind, sourceId: thingId }) =>
    thingKind && thingId ? [{ thingKind, thingId }] : [],
  )
  const cards = pointers.length > 0 ? await mentionCards(actor, pointers) : new Map<string, never>()
  return rows.map(({ sourceKind, sourceId, ...said }) => ({
    ...said,
    source: cards.get(`${sourceKind}:${sourceId}`) ?? null,
  }))
}

/** What holds today of the apps that the chapters mention and the Vorhaben use which this reader may open. */
export async function appsIn(
  actor: Actor | null,
  { apps, things }: { apps: string[]; things: { id: string }[] },
): Promise<LinkedApp[]> {
  const used = await productsOfProjects(things.map(({ id }) => id))
  return softwareStandings(actor, [...new Set([...apps, ...used])])
}
