import type { Actor } from '#server/auth/actor.ts'
import { isConfirmed } from '#server/auth/actor.ts'
import type { Home, HomeKind } from '#server/platform/homes.ts'
import { type Kind, KIND_DEFAULTS } from '../contract.ts'
import { paths } from '../paths.ts'
import { may, type PlgFacts } from '../policy.ts'
import { factsOf, insideOf } from '../views.ts'
import * as sql from './sql.ts'

/** A PLG as the place where documents and other things of its members live. */
export const plgHome: HomeKind = {
  kind: 'plg',
  enter: async (actor, by) => {
    const { plg, facts } = await insideOf(actor, by)
    return homeOf(actor, plg, facts)
  },
  readable: (actor, ids) => insideAmong(actor, ids),
  writable: (actor) => insideAmong(actor),
}

async function insideAmong(actor: Actor, ids?: string[]): Promise<Home[]> {
  if (!isConfirmed(actor)) return []
  const rows = await sql.listInside(actor.id, ids)
  return rows
    .map((row) => homeOf(actor, row, factsOf(row)))
    .filter(({ rights }) => (ids ? rights.read : rights.write))
}

function homeOf(
  actor: Actor,
  { id, slug, title, kind }: { id: string; slug: string; title: string; kind: Kind },
  facts: PlgFacts,
): Home {
  const isInside = may.enter(actor, facts)
  return {
    kind: 'plg',
    ...{ id, slug, title },
    path: paths.plg(slug),
    isWalled: KIND_DEFAULTS[kind].isWalled,
    rights: { read: isInside, write: isInside, keepOrder: may.keepOrder(actor, facts) },
  }
}
