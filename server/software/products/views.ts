import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { fileAtDoor } from '#server/files/views.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { readableCards } from '#server/platform/things.ts'
import { VISIBILITIES } from '#server/projects/contract.ts'
import { publicCards } from '#server/projects/views.ts'
import { alternativesTo } from '../directory/views.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { questionIn } from '../question/rules.ts'
import { answerFor, useOf } from '../question/views.ts'
import type { StandingName } from '../standing/contract.ts'
import { formOfReader } from '../views.ts'
import type { Use } from './contract.ts'
import { bestUse, useFor } from './rules.ts'
import * as sql from './sql.ts'

const PROJECTS = 20

/** Which documents somebody may open: those for the public, for schools, for the review. */
export function documentLevels(actor: Actor | null): string[] {
  const inner = actor !== null && may.seeReview(actor, {}) ? ['reviewers'] : []
  return may.seeForSchools(actor, {}) ? ['public', 'schools', ...inner] : ['public']
}

export type ProductRow = NonNullable<Awaited<ReturnType<typeof sql.findProduct>>>

/**
 * A product by the last part of its address.
 *
 * @throws NotFound when there is none, or not for this reader; Moved where it has another address now
 */
export async function seenProduct(actor: Actor | null, slug: string): Promise<ProductRow> {
  const found = existing(await sql.findProduct(slug, documentLevels(actor)))
  if (found.mergedSlug) throw new Moved(paths.product(found.mergedSlug))
  const row = existing(may.see(actor, found) ? found : undefined)
  if (row.slug !== slug) throw new Moved(paths.product(row.slug))
  return row
}

/** The file of a document, for whoever may read it; of one that was replaced only for those who review. */
export async function documentFile(actor: Actor | null, slug: string, id: string) {
  const { id: productId } = await seenProduct(actor, slug)
  const levels = documentLevels(actor)
  const { fileId } = existing(await sql.findDocument({ id, productId, levels }))
  return fileAtDoor(existing(fileId ?? undefined))
}

/** All uses of a product as this reader may know them. */
export async function usesFor(actor: Actor | null, productId: string) {
  const schools = actor ? schoolsOf(actor) : []
  const [form, rows] = await Promise.all([
    formOfReader(actor),
    sql.listUses([productId], { today: localDayOf(now()), schools }),
  ])
  const seesRefusals = may.seeRefusals(actor, {})
  const uses = rows.map((use) => useFor(use, { form, seesRefusals }))
  return { form, uses }
}

/** The page of a product, for visitors and for everybody. */
export async function productFor(actor: Actor | null, slug: string, asked = new URLSearchParams()) {
  const row = await seenProduct(actor, slug)
  const [{ form, uses }, projects, use] = await Promise.all([
    usesFor(actor, row.id),
    projectsWith(actor, row.id),
    useOf(actor, row.id),
  ])
  const { mergedSlug: _, ...product } = row
  const { hasOpenCase } = product
  const schools = actor ? schoolsOf(actor) : []
  return {
    product,
    question: questionIn(asked),
    answer: answerFor({ product, uses, form, hasSchool: schools.length > 0 }, asked),
    use,
    form,
    uses,
    best: bestUse(uses) ?? null,
    standing: standingWith(uses, hasOpenCase),
    alternatives: await alternativesTo(product, {
      ...{ form, schools, today: localDayOf(now()) },
      seesRefusals: may.seeRefusals(actor, {}),
    }),
    ...projects,
    isSignedIn: actor !== null,
    seesRefusals: may.seeRefusals(actor, {}),
    can: abilitiesOf(actor),
  }
}

function standingWith(uses: Use[], hasOpenCase: boolean): StandingName {
  const best = bestUse(uses)
  if (best) return best.standing
  return hasOpenCase ? 'in_review' : 'not_reviewed'
}

const abilitiesOf = (actor: Actor | null) => ({
  curate: actor !== null && may.curate(actor, {}),
  tell: actor !== null && may.tell(actor, {}),
  propose: actor !== null && may.propose(actor, {}),
  answerOfficially: actor !== null && may.answerOfficially(actor, {}),
})

/** Vorhaben that used it; only those the reader may read. Visitors read how many more teachers see. */
async function projectsWith(actor: Actor | null, productId: string) {
  if (!actor) {
    const [ids, more] = await Promise.all([
      sql.listProjectIds(productId, ['public'], PROJECTS),
      sql.countInNetwork(productId),
    ])
    return { projects: await publicCards(ids), moreProjects: more }
  }
  const ids = await sql.listProjectIds(productId, VISIBILITIES, PROJECTS)
  const cards = await readableCards(
    actor,
    ids.map((thingId) => ({ thingKind: 'project', thingId })),
  )
  return { projects: ids.flatMap((id) => cards.get(`project:${id}`) ?? []), moreProjects: 0 }
}
