import { randomUUID } from 'node:crypto'
import { type Actor, fullName, hasSchoolRole, schoolsOf } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import type { Waiting } from '#server/platform/contract.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { schoolNames } from '#server/schools/views.ts'
import type { Use } from '../products/contract.ts'
import { seenProduct, usesFor } from '../products/views.ts'
import { paths } from '../paths.ts'
import { may as mayDo } from '../policy.ts'
import { may } from './policy.ts'
import { gapsOf } from './rules.ts'
import * as sql from './sql.ts'

const today = () => localDayOf(now())

/** The schools one could speak for, by name, and the one that is asked for; the first when none is. */
async function chosenSchool(actor: Actor, asked: string | null) {
  const ids = schoolsOf(actor)
  if (ids.length === 0)
    throw new Forbidden(
      'Über den Einsatz an einer Schule liest und entscheidet, wer dort arbeitet.',
    )
  const names = await schoolNames(ids)
  const schools = [...names]
    .map(([id, { name, slug }]) => ({ id, name, slug }))
    .sort((a, b) => german.compare(a.name, b.name))
  const wanted = asked === null ? schools[0] : schools.find(({ slug }) => slug === asked)
  return { schools, school: existing(wanted) }
}
const german = new Intl.Collator('de')

/** The page on which a school decides about an app, or asks its Schulleitung to. */
export async function adoptionFor(actor: Actor, slug: string, asked: string | null) {
  const product = await seenProduct(actor, slug)
  const { schools, school } = await chosenSchool(actor, asked)
  const [rows, { uses }, avv, wishes, delegated] = await Promise.all([
    sql.listOfProduct(school.id, product.id, today()),
    usesFor(actor, product.id),
    sql.findAvv(product.id),
    sql.listWishes(school.id, product.id),
    sql.delegatedSchools(actor.id, [school.id]),
  ])
  const facts = { schoolId: school.id, isDelegate: delegated.length > 0 }
  const can = { decide: mayDo.decideFor(actor, facts), wish: may.wish(actor, facts) }
  return {
    product: { id: product.id, slug: product.slug, name: product.name },
    ...{ school, schools, can },
    uses: uses.map((use) => ({ use, current: currentOf(use, rows), clientKey: randomUUID() })),
    canJoinAvv: avv.hasDocument || avv.schools > 0,
    wishes: wishes.map((one) => ({
      ...{ note: one.note, at: one.at },
      // Who asked is for those who decide; others read how many they are.
      name: can.decide ? fullName(one) : null,
      isMine: one.personId === actor.id,
    })),
  }
}

export type AdoptionView = Awaited<ReturnType<typeof adoptionFor>>

function currentOf(use: Use, rows: sql.AdoptionRow[]) {
  const row = rows.find(({ scenarioId }) => scenarioId === use.id)
  return row ? { ...row, gaps: gapsOf(row, use.release?.conditions ?? []) } : null
}

/** For the page of an app: what each school of the reader's holds of it. */
export async function atOwnSchools(actor: Actor | null, productId: string) {
  const ids = actor ? schoolsOf(actor) : []
  const names = ids.length > 0 ? await schoolNames(ids) : new Map<string, never>()
  const rows = await sql.listOfProductAt(ids, productId, today())
  return [...names].map(([id, { name, slug }]) => ({
    ...{ name, slug },
    states: rows
      .filter(({ schoolId }) => schoolId === id)
      .map(({ label, status, needsReview, decidedAt }) => ({
        ...{ label, status, needsReview, decidedAt },
      })),
  }))
}

const HEADS = ['principal', 'deputy_principal'] as const

/** Uses of schools one decides for, whose release does not run any more. */
export async function waitingFor(actor: Actor): Promise<Waiting[]> {
  const at = schoolsOf(actor)
  if (at.length === 0) return []
  const headOf = at.filter((schoolId) => hasSchoolRole(actor, HEADS, schoolId))
  const rows = await sql.countToReview(actor.id, headOf, at, today())
  return rows.map(({ slug, name, count }) => ({
    id: `adoption-review:${slug}`,
    text:
      count > 1
        ? `Nutzung überprüfen: ${count} Apps an der Schule ${name}`
        : `Nutzung überprüfen: eine App an der Schule ${name}`,
    action: { label: 'Ansehen', to: paths.ofSchool(slug) },
  }))
}

/** Throws unless one reads what this school decided. */
export async function readSchool(actor: Actor, slug: string) {
  const school = existing(await sql.findSchool(slug))
  authorize(mayDo.seeOfSchool, actor, { schoolId: school.id })
  return school
}
