import { randomUUID } from 'node:crypto'
import { type Actor, fullName, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { paged } from '#server/platform/paging.ts'
import { readableCards, type ThingCard } from '#server/platform/things.ts'
import { namesOf } from '#server/plg/views.ts'
import { paths } from '../paths.ts'
import { may as mayInDirectory } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import {
  AVERAGE_FROM,
  type Averages,
  type Experience,
  EXPERIENCES_PER_PAGE,
  NEWEST_EXPERIENCES,
} from './contract.ts'
import { type ExperienceFacts, may } from './policy.ts'
import * as sql from './sql.ts'
import { words } from './words.ts'

/** All reports of a product, a page at a time. */
export async function experiencesFor(actor: Actor | null, slug: string, page: number) {
  const { id, name } = await seenProduct(actor, slug)
  const [rows, averages] = await Promise.all([
    sql.listOf(id, EXPERIENCES_PER_PAGE, (page - 1) * EXPERIENCES_PER_PAGE),
    averagesOf(id),
  ])
  return {
    product: { slug, name },
    averages,
    ...paged(await shown(actor, rows), averages.count, page, EXPERIENCES_PER_PAGE),
    can: { tell: actor !== null && mayInDirectory.tell(actor, {}) },
  }
}

/** The newest reports and what they say together. */
export async function newestExperiences(actor: Actor | null, productId: string) {
  const [rows, averages] = await Promise.all([
    sql.listOf(productId, NEWEST_EXPERIENCES),
    averagesOf(productId),
  ])
  return { averages, rows: await shown(actor, rows) }
}

async function averagesOf(productId: string): Promise<Averages> {
  const { count, ...of } = await sql.findAverages(productId)
  return { count, of: count >= AVERAGE_FROM ? of : null }
}

/** Names are for those who are signed in; a Vorhaben for those who may read it. */
async function shown(actor: Actor | null, rows: sql.ExperienceRow[]): Promise<Experience[]> {
  const ids = rows.flatMap(({ projectId }) => projectId ?? [])
  const projects = actor
    ? await readableCards(
        actor,
        ids.map((thingId) => ({ thingKind: 'project', thingId })),
      )
    : new Map<string, ThingCard>()
  const isKnown = mayInDirectory.seeForSchools(actor, {})
  return rows.map((row) => {
    const { id, subject, gradeBand, setting, learningEffect, effort, stability } = row
    const { text, wouldUseAgain, createdAt } = row
    const project = row.projectId ? projects.get(`project:${row.projectId}`) : undefined
    return {
      ...{ id, subject, gradeBand, setting, learningEffect, effort, stability },
      ...{ text, wouldUseAgain, createdAt },
      author: isKnown ? nameOf(row) : null,
      school: isKnown ? row.school : null,
      isOwn: actor !== null && may.edit(actor, factsOf(row)),
      canDelete: actor !== null && may.delete(actor, factsOf(row)),
      project: project ? { title: project.title, path: project.path } : null,
    }
  })
}

const nameOf = ({ firstName, lastName }: sql.ExperienceRow) =>
  firstName && lastName ? fullName({ firstName, lastName }) : null

export const factsOf = (row: {
  authorId: string | null
  deletedAt: Date | null
}): ExperienceFacts => ({
  authorId: row.authorId,
  isDeleted: row.deletedAt !== null,
})

/** The form of a new report. */
export async function newExperienceFor(actor: Actor, slug: string) {
  const { id, name } = await seenProduct(actor, slug)
  authorize(mayInDirectory.tell, actor, {})
  return { product: { slug, name }, ...(await choicesFor(actor, id)), clientKey: randomUUID() }
}

/** The form of one's own report, with the version it was made from. */
export async function editingFor(actor: Actor, slug: string, id: string) {
  const product = await seenProduct(actor, slug)
  const row = existing(await sql.findReport(id))
  existing(row.productId === product.id && row.authorId === actor.id ? row : undefined)
  authorize(may.edit, actor, factsOf(row))
  return {
    product: { slug, name: product.name },
    experience: row,
    ...(await choicesFor(actor, product.id)),
  }
}

async function choicesFor(actor: Actor, productId: string) {
  const [{ uses, projects }, schools] = await Promise.all([
    sql.findChoices(productId, actor.id),
    namesOf(schoolsOf(actor)),
  ])
  return { uses, projects, schools }
}

/** Reports as lines for bell and moderation. */
export async function experienceCards(actor: Actor, ids: string[]): Promise<ThingCard[]> {
  const rows = await sql.listByIds(ids)
  return rows
    .filter((row) => mayInDirectory.see(actor, row))
    .map(({ id, slug, product, setting }) => ({
      id,
      title: words.thing(product),
      context: setting.slice(0, 140).toWellFormed(),
      path: paths.experiences(slug),
    }))
}
