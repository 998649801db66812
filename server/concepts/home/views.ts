import type { Actor } from '#server/auth/actor.ts'
import { schoolsOf } from '#server/auth/actor.ts'
import type { Home, HomeKind } from '#server/platform/homes.ts'
import { paths as chapterPaths } from '../chapters/paths.ts'
import { paths } from '../paths.ts'
import { type ConceptFacts, may } from '../policy.ts'
import * as sql from '../sql.ts'
import { factsOf, workingOf } from '../views.ts'

/** A concept as the place where its chapters live, which are documents. */
export const conceptHome: HomeKind = {
  kind: 'concept',
  enter: async (actor, by) => {
    const { concept, school, facts } = await workingOf(actor, by)
    return homeOf(actor, { id: concept.id, slug: school.slug, title: concept.title }, facts)
  },
  readable: async (actor, ids) =>
    ids.length === 0 ? [] : homesOf(actor, await sql.listConcepts(ids, actor.id)),
  writable: async (actor) => {
    const all = homesOf(actor, await sql.listAround(actor.id, schoolsOf(actor)))
    return all.filter(({ rights }) => rights.write)
  },
}

type Row = Awaited<ReturnType<typeof sql.listConcepts>>[number]

function homesOf(actor: Actor, rows: Row[]): Home[] {
  return rows
    .map((row) =>
      homeOf(actor, { id: row.id, slug: row.schoolSlug, title: row.title }, factsOf(row)),
    )
    .filter(({ rights }) => rights.read)
}

function homeOf(
  actor: Actor,
  { id, slug, title }: { id: string; slug: string; title: string },
  facts: ConceptFacts,
): Home {
  const write = may.write(actor, facts)
  return {
    kind: 'concept',
    ...{ id, slug, title },
    path: paths.draft(slug),
    shelf: { label: 'Kapitel', path: paths.chapters(slug) },
    aids: {
      label: 'Vorlagen und Beispiele',
      pathOf: (number) => chapterPaths.templates(slug, number),
    },
    isWalled: false,
    // A document there is the text of a chapter, which decides about it.
    rights: { read: may.readWorking(actor, facts), write, keepOrder: write, isBound: true },
  }
}
