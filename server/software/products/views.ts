import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Moved } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { readableCards } from '#server/platform/things.ts'
import { paths } from '../paths.ts'
import { may } from '../policy.ts'
import { questionIn } from '../question/rules.ts'
import { answerFor, useOf } from '../question/views.ts'
import { listCards } from '../sql.ts'
import type { StandingName } from '../standing/contract.ts'
import { formOfReader } from '../views.ts'
import type { Use } from './contract.ts'
import { bestUse, useFor } from './rules.ts'
import * as sql from './sql.ts'

const MOST_CANDIDATES = 24
const ALTERNATIVES = 5
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

/** All uses of a product as this reader may know them. */
export async function usesFor(actor: Actor | null, productId: string) {
  const [form, rows] = await Promise.all([
    formOfReader(actor),
    sql.listUses([productId], localDayOf(now())),
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
  const { id, hasOpenCase } = product
  return {
    product,
    question: questionIn(asked),
    answer: answerFor({ product, uses, form }, asked),
    use,
    form,
    uses,
    best: bestUse(uses) ?? null,
    standing: standingWith(uses, hasOpenCase),
    alternatives: await alternativesTo(id, form),
    projects,
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

/** Vorhaben that used it; only those the reader may read. */
async function projectsWith(actor: Actor | null, productId: string) {
  if (!actor) return []
  const ids = await sql.listProjectIds(productId, PROJECTS)
  const cards = await readableCards(
    actor,
    ids.map((thingId) => ({ thingKind: 'project', thingId })),
  )
  return ids.flatMap((id) => cards.get(`project:${id}`) ?? [])
}

/** What is released for the form of school and does the same. */
export async function alternativesTo(productId: string, form: string | null) {
  const today = localDayOf(now())
  const ids = await sql.listCandidates(productId, { today, form, limit: MOST_CANDIDATES })
  const cards = new Map((await listCards(ids, today, form)).map((card) => [card.id, card]))
  return ids
    .flatMap((id) => cards.get(id) ?? [])
    .filter(({ standing }) => standing.startsWith('approved'))
    .slice(0, ALTERNATIVES)
    .map(({ slug, name, standing, until }) => ({
      ...{ slug, name, until },
      standing: standing as StandingName,
    }))
}
