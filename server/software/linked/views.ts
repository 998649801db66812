import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { may } from '../policy.ts'
import type { Use } from '../products/contract.ts'
import { bestUse, useFor } from '../products/rules.ts'
import { listUses } from '../products/sql.ts'
import type { StandingName } from '../standing/contract.ts'
import { formOfReader } from '../views.ts'
import type { LinkedApp } from './contract.ts'
import * as sql from './sql.ts'

const MOST_NAMES = 300

/** What holds today, for the reader's form of school, of the apps that a Vorhaben uses. */
export async function linkedSoftware(actor: Actor | null, projectId: string): Promise<LinkedApp[]> {
  return standingsOf(actor, await sql.listLinked(projectId))
}

/** The same for apps by their ids: of lesson concepts and of entries in the media concept. */
export async function softwareStandings(actor: Actor | null, ids: string[]): Promise<LinkedApp[]> {
  return ids.length === 0 ? [] : standingsOf(actor, await sql.listProducts(ids))
}

/** The apps of these Vorhaben, each once. The caller has asked who may read them. */
export const productsOfProjects = (projectIds: string[]): Promise<string[]> =>
  projectIds.length === 0 ? Promise.resolve([]) : sql.listProductsOf(projectIds)

async function standingsOf(
  actor: Actor | null,
  rows: Awaited<ReturnType<typeof sql.listLinked>>,
): Promise<LinkedApp[]> {
  const shown = rows.filter((row) => may.see(actor, row))
  if (shown.length === 0) return []
  const [form, uses] = await Promise.all([
    formOfReader(actor),
    listUses(
      shown.map(({ id }) => id),
      { today: localDayOf(now()), schools: actor ? schoolsOf(actor) : [] },
    ),
  ])
  const seesRefusals = may.seeRefusals(actor, {})
  return shown.map(({ id, as, name, slug, hasOpenCase }) => {
    const own = uses
      .filter(({ productId }) => productId === id)
      .map((use) => useFor(use, { form, seesRefusals }))
    const best = bestUse(own)
    return { ...{ as, name, slug }, ...holding(best?.isForForm ? best : undefined, hasOpenCase) }
  })
}

function holding(use: Use | undefined, hasOpenCase: boolean) {
  if (!use) {
    const standing: StandingName = hasOpenCase ? 'in_review' : 'not_reviewed'
    return { standing, until: null, conditions: [], alternative: '' }
  }
  const { standing, until, release, opinion } = use
  const conditions = (release?.conditions ?? []).map(({ text }) => text)
  const alternative = standing === 'not_approved' ? (opinion?.alternative ?? '') : ''
  return { standing, until, conditions, alternative }
}

/** Names of the directory, for a field that takes one. */
export const softwareNames = (): Promise<string[]> => sql.listNames(MOST_NAMES)
