import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { cleanText } from '#server/platform/text.ts'
import { COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { searchProjects } from '#server/projects/results/views.ts'
import { projectCards } from '#server/projects/views.ts'
import { may, readableReach } from '../../policy.ts'
import { ownConcepts, workingOf } from '../../views.ts'
import { isIn } from '../rules.ts'
import * as sql from './sql.ts'

const FOUND = 20

/** Vorhaben that the concept points at, and those one could point at: searched, or of one competency. */
export async function linksFor(actor: Actor, slug: string, asked: URLSearchParams) {
  const { school, concept, facts } = await workingOf(actor, { slug })
  const q = cleanText(asked.get('q') ?? '')
    .trim()
    .slice(0, 100)
  const about = asked.get('zu') ?? ''
  const competencies = COMPETENCIES.filter((number) => isIn(number, about))
  const [links, found] = await Promise.all([
    sql.listLinks(concept.id),
    may.write(actor, facts) ? candidates(actor, q, competencies) : [],
  ])
  const cards = new Map(
    (await projectCards(actor, [...links.map((link) => link.projectId), ...found])).map((card) => [
      card.id,
      card,
    ]),
  )
  const linked = new Set(links.map((link) => link.projectId))
  return {
    school,
    ...{ q, about: competencies.length > 0 ? about : '' },
    can: { write: may.write(actor, facts) },
    links: links.flatMap((link) => {
      const card = cards.get(link.projectId)
      return card ? [{ ...link, title: card.title, path: card.path }] : []
    }),
    hidden: links.filter(({ projectId }) => !cards.has(projectId)).length,
    found: found.flatMap((id) => {
      const card = cards.get(id)
      return card && !linked.has(id) ? [card] : []
    }),
  }
}

async function candidates(actor: Actor, q: string, competencies: string[]): Promise<string[]> {
  if (q !== '') {
    const cards = await searchProjects(actor, q.split(/\s+/).slice(0, 6), FOUND)
    return cards.map(({ id }) => id)
  }
  const [own, published] = await Promise.all([
    sql.listOwn(actor.id, competencies, FOUND),
    competencies.length > 0
      ? sql.listPublished(readableReach(actor), competencies, FOUND)
      : Promise.resolve([]),
  ])
  return [...new Set([...own, ...published].map(({ id }) => id))]
}

/** Where one Vorhaben counts in the concept. */
export async function linkFor(actor: Actor, slug: string, projectId: string) {
  const { school, concept, facts } = await workingOf(actor, { slug })
  authorize(may.write, actor, facts)
  const [link, cards] = await Promise.all([
    sql.findLink(concept.id, projectId),
    projectCards(actor, [projectId]),
  ])
  const card = cards[0]
  return {
    school,
    link: existing(link),
    title: card?.title ?? 'Vorhaben, das Sie nicht mehr lesen',
    path: card?.path ?? null,
  }
}

/** "In unser Medienkonzept übernehmen": the Vorhaben and the concepts in which the actor writes. */
export async function takeProjectFor(actor: Actor, asked: URLSearchParams) {
  const given = asked.get('vorhaben') ?? ''
  const found = existing(
    /^\d{1,9}$/.test(given) ? await sql.findProjectId(Number(given)) : undefined,
  )
  const [cards, concepts] = await Promise.all([projectCards(actor, [found.id]), ownConcepts(actor)])
  return {
    project: existing(cards[0]),
    concepts: concepts
      .filter(({ can }) => can.write)
      .map(({ id, school }) => ({ value: id, label: school.name })),
  }
}
