import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { db } from '#db/client.ts'
import type {
  ExperienceReports,
  Opinions,
  ReleaseRefusals,
  Releases,
  ReviewCases,
  SchoolAdoptions,
  SoftwareProducts,
  SoftwareScenarios,
} from '#db/types.ts'
import { numbered } from './numbered.ts'

const LONG_AGO = new Date('2026-09-01T08:00:00Z')
const CATALOGUE = '1'

/** A listed product of which nothing else is known. */
export function aProduct(given: Partial<Insertable<SoftwareProducts>> = {}) {
  const n = numbered('product')
  return db()
    .insertInto('softwareProducts')
    .values({
      slug: `produkt-${n}`,
      name: `Produkt ${n}`,
      origin: 'curated',
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** One use of a product, with a variant of its own: shared devices at school, with a pseudonym. */
export async function aScenario(
  given: { productId: string } & Partial<Insertable<SoftwareScenarios>>,
) {
  const variantId =
    given.variantId ??
    (
      await db()
        .insertInto('softwareVariants')
        .values({ productId: given.productId, name: `Ausgabe ${numbered('variant')}` })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  return db()
    .insertInto('softwareScenarios')
    .values({
      label: 'Schul-iPads in der Schule, mit Pseudonym',
      deviceScenario: 'school_shared_at_school',
      pupilAccount: 'pseudonym',
      users: ['teacher', 'pupil'],
      createdAt: LONG_AGO,
      ...given,
      variantId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The catalogue of criteria that cases are reviewed by; the migrations bring the real one, tests may have emptied it. */
export async function aCatalogue(version = CATALOGUE): Promise<string> {
  await db()
    .insertInto('reviewCatalogues')
    .values({ version, validFrom: '2026-08-01' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return version
}

/** A case as it lies in the queue after a proposal. */
export async function aReviewCase(
  given: { productId: string; scenarioIds?: string[] } & Partial<Insertable<ReviewCases>>,
) {
  const { scenarioIds = [], ...values } = given
  const row = await db()
    .insertInto('reviewCases')
    .values({
      reason: 'new',
      state: 'submitted',
      purpose: 'Für den Unterricht',
      catalogueVersion: await aCatalogue(),
      createdAt: LONG_AGO,
      submittedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...values,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (scenarioIds.length > 0)
    await db()
      .insertInto('reviewCaseScenarios')
      .values(scenarioIds.map((scenarioId) => ({ caseId: row.id, scenarioId })))
      .execute()
  return row
}

export function anOpinion(
  given: { caseId: string; scenarioId: string } & Partial<Insertable<Opinions>>,
) {
  return db()
    .insertInto('opinions')
    .values({
      signedName: 'Jens Albrecht',
      signedOffice: 'Datenschutzbeauftragter für die Duisburger Schulen',
      givenAt: LONG_AGO,
      verdict: 'no_objection',
      reasoning: 'Alle Prüfpunkte sind erfüllt.',
      recommendedUntil: '2028-07-31',
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** That the Schulträger did not release a use. */
export function aRefusal(
  given: { caseId: string; scenarioId: string } & Partial<Insertable<ReleaseRefusals>>,
) {
  return db()
    .insertInto('releaseRefusals')
    .values({ decidedName: 'Kay Demir', decidedAt: LONG_AGO, reason: 'Zu teuer.', ...given })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function aRelease(given: { scenarioId: string } & Partial<Insertable<Releases>>) {
  return db()
    .insertInto('releases')
    .values({
      kind: 'general',
      validFrom: '2026-09-01',
      validUntil: '2028-07-31',
      decidedName: 'Jens Albrecht',
      decidedAt: LONG_AGO,
      mode: 'on_opinion',
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function anAdoption(
  given: { schoolId: string; scenarioId: string; productId: string } & Partial<
    Insertable<SchoolAdoptions>
  >,
) {
  return db()
    .insertInto('schoolAdoptions')
    .values({
      status: 'in_use',
      decidedName: 'Petra Wolff',
      decidedAt: LONG_AGO,
      since: '2026-09-01',
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export function anExperience(
  given: { productId: string } & Partial<Insertable<ExperienceReports>>,
) {
  return db()
    .insertInto('experienceReports')
    .values({
      setting: 'Stationenarbeit in zwei Stunden',
      learningEffect: 4,
      effort: 2,
      stability: 5,
      wouldUseAgain: true,
      createdAt: LONG_AGO,
      changedAt: LONG_AGO,
      clientKey: randomUUID(),
      ...given,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

type Around = {
  lead: { id: string }
  school: { id: string }
  plg: { id: string }
  ids: (kind: string) => string[]
}

/**
 * Among the grown things of a neighbourhood: so many products, each with one released use that the school of the
 * neighbourhood has adopted; the first product has everything once per grown person and school besides.
 *
 * @returns the address of the first product and the number of its case
 */
export async function softwareAmong({ lead, school, plg, ids }: Around) {
  const products = ids('product')
  const scenarios = ids('scenario')
  const cases = ids('review')
  await aCatalogue()
  await db()
    .insertInto('softwareProducts')
    .values(
      products.map((id, i) => ({
        ...{ id, slug: `bruch-app-${i}`, name: `Bruch-App ${i}`, origin: 'curated' },
        ...{ description: 'Brüche üben', functionTags: ['practice'], subjects: ['mathematics'] },
        ...{ createdBy: lead.id, createdAt: LONG_AGO, changedAt: LONG_AGO },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db()
    .insertInto('softwareVariants')
    .values(products.map((productId, i) => ({ id: scenarios[i], productId, name: 'Ausgabe' })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db()
    .insertInto('softwareScenarios')
    .values(
      products.map((productId, i) => ({
        ...{ id: scenarios[i], variantId: scenarios[i] ?? '', productId, label: 'Schul-iPads' },
        ...{ deviceScenario: 'school_shared_at_school', pupilAccount: 'pseudonym' },
        createdAt: LONG_AGO,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db()
    .insertInto('reviewCases')
    .values(
      products.map((productId, i) => ({
        ...{ id: cases[i], productId, reason: 'new', state: 'in_review', requestedBy: lead.id },
        ...{ catalogueVersion: CATALOGUE, createdAt: LONG_AGO, submittedAt: LONG_AGO },
        clientKey: cases[i] ?? '',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`insert into releases (scenario_id, kind, valid_from, valid_until, decided_name, decided_at, mode)
    select id, 'general', '2026-09-01', '2099-07-31', 'Jens Albrecht', ${LONG_AGO}::timestamptz, 'on_opinion'
    from software_scenarios s where not exists (select from releases r where r.scenario_id = s.id)`.execute(
    db(),
  )
  await sql`insert into school_adoptions (school_id, scenario_id, product_id, status, decided_at, client_key)
    select ${school.id}::uuid, s.id, s.product_id, 'in_use', ${LONG_AGO}::timestamptz, s.id
    from software_scenarios s on conflict do nothing`.execute(db())
  const first = { productId: products[0] ?? '', scenarioId: scenarios[0] ?? '' }
  for (const [i, schoolId] of ids('school').entries())
    await db()
      .insertInto('schoolAdoptions')
      .values({
        ...{ schoolId, ...first, status: 'in_use', decidedAt: LONG_AGO },
        clientKey: ids('school')[i] ?? '',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const personId of ids('person')) {
    await db()
      .insertInto('softwareFollows')
      .values({ productId: first.productId, personId, since: LONG_AGO })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db()
      .insertInto('experienceReports')
      .values({
        ...{
          productId: first.productId,
          authorId: personId,
          schoolId: school.id,
          setting: 'Bruch',
        },
        ...{ learningEffect: 4, effort: 2, stability: 5, wouldUseAgain: true },
        ...{ createdAt: LONG_AGO, changedAt: LONG_AGO, clientKey: personId },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await db()
    .insertInto('softwarePlgs')
    .values(products.map((productId) => ({ productId, plgId: plg.id, attachedAt: LONG_AGO })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db()
    .selectFrom('reviewCases')
    .select('number')
    .where('id', '=', cases[0] ?? '')
    .executeTakeFirst()
  return { product: 'bruch-app-0', review: row?.number ?? 0, ...first }
}
