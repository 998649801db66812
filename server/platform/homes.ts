import { remember } from '@epic-web/remember'
import type { Actor } from '#server/auth/actor.ts'
import { NotFound } from './errors.ts'

/** What the actor may do in a home with the things that live in it. */
export type HomeRights = {
  read: boolean
  write: boolean
  /** Put away and bring back what others made. */
  keepOrder: boolean
  /** What lives there is part of something larger: only that makes, names, moves and removes it. */
  isBound?: boolean
}

/** A home as one of its people knows it. */
export type Home = {
  kind: string
  id: string
  slug: string
  title: string
  /** Its address; what lives in it has addresses below. */
  path: string
  /** Where its documents are listed; below its address unless said otherwise. */
  shelf?: { label: string; path: string }
  /** What may be taken into a document of this home: a page for each, and below it `/daneben` what stands beside the text. */
  aids?: { label: string; pathOf: (documentNumber: number) => string }
  /** Nothing of it is known outside: what leaves it is told in plain words. */
  isWalled: boolean
  rights: HomeRights
}

/**
 * A kind of place in which things of other areas live: a PLG, later a concept. The area of the place says
 * who stands how in it; documents and what else lives there ask here and know no such area.
 */
export type HomeKind = {
  kind: string
  /** @throws NotFound or Forbidden, as the place's own pages do */
  enter: (actor: Actor, by: { slug: string } | { id: string }) => Promise<Home>
  /** Of these, the ones whose inside the actor may read. One query. */
  readable: (actor: Actor, ids: string[]) => Promise<Home[]>
  /** All in which the actor may write, by title. One query. */
  writable: (actor: Actor) => Promise<Home[]>
}

const kinds = remember('homes', () => new Map<string, HomeKind>())

export function registerHomes(all: HomeKind[]): void {
  kinds.clear()
  for (const home of all) kinds.set(home.kind, home)
}

export function homeKind(kind: string): HomeKind {
  const found = kinds.get(kind)
  if (!found) throw new NotFound()
  return found
}
