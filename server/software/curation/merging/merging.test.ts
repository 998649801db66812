import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import {
  anAdoption,
  anExperience,
  anOpinion,
  aProduct,
  aRelease,
  aReviewCase,
  aScenario,
} from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { relate, syncMentions } from '#server/references/commands.ts'
import { directoryFor } from '../../directory/views.ts'
import { productThings } from '../../views.ts'
import { mergeProducts, unmergeProducts } from './commands.ts'
import type { MergeInput } from './inputs.ts'
import { pairFor } from './views.ts'

let smz: Actor
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  smz = await anActor('smz_staff')
})

const TABLES = [
  ...['software_products', 'software_follows', 'watch_list_items', 'experience_reports'],
  ...['software_questions', 'software_plgs', 'project_software', 'thing_references'],
  ...['software_variants', 'software_scenarios', 'school_adoptions', 'review_cases'],
  ...['software_documents', 'software_seals', 'adoption_wishes', 'releases', 'opinions'],
]

/** Every row of every table that a merge touches, as text. */
async function everything(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const table of TABLES) {
    const { rows } = await sql<{
      rows: unknown
    }>`select coalesce(json_agg(t order by t::text), '[]') as rows
      from ${sql.table(table)} t`.execute(db())
    found[table] = rows[0]?.rows
  }
  return found
}

type Product = Awaited<ReturnType<typeof aProduct>>

const merging = (
  source: Product,
  target: Product,
  taken: Partial<MergeInput> = {},
): MergeInput => ({
  ...{ sourceId: source.id, targetId: target.id, ...taken },
  ...{ sourceVersion: source.version, targetVersion: target.version },
})

/** Everything that can hang on an entry; `shared` hangs on both. */
async function laden(product: Product, shared: { person: Actor; list: string; plg: string }) {
  const at = new Date('2026-10-01T08:00:00.123Z')
  const own = await anActor()
  for (const personId of [shared.person.id, own.id])
    await db()
      .insertInto('softwareFollows')
      .values({ productId: product.id, personId, since: at })
      .execute()
  for (const listId of [shared.list, await aList(own.id)])
    await db()
      .insertInto('watchListItems')
      .values({ listId, productId: product.id, addedAt: at })
      .execute()
  for (const plgId of [shared.plg, (await aPlg()).id])
    await db()
      .insertInto('softwarePlgs')
      .values({ productId: product.id, plgId, attachedAt: at })
      .execute()
  const scenario = await aScenario({
    productId: product.id,
    variantId: (
      await db()
        .insertInto('softwareVariants')
        .values({ productId: product.id, name: 'Schullizenz' })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id,
  })
  await anAdoption({
    ...{ schoolId: (await aSchool()).id, scenarioId: scenario.id, productId: product.id },
  })
  await aReviewCase({
    ...{ productId: product.id, scenarioIds: [scenario.id], state: 'closed' },
    closedAt: at,
  })
  await anExperience({ productId: product.id, authorId: own.id })
  await db()
    .insertInto('softwareQuestions')
    .values({
      productId: product.id,
      authorId: own.id,
      text: 'Geht das?',
      createdAt: at,
      clientKey: randomUUID(),
    })
    .execute()
  const project = await aProject({ plgId: shared.plg })
  await db()
    .insertInto('projectSoftware')
    .values({ projectId: project.id, position: 0, name: product.name, productId: product.id })
    .execute()
  await db()
    .insertInto('adoptionWishes')
    .values({
      schoolId: (await aSchool()).id,
      productId: product.id,
      personId: shared.person.id,
      at,
    })
    .execute()
  const note = { kind: 'post', id: randomUUID() }
  await syncMentions(note, [{ kind: 'software', id: product.id }], null)
}

async function aList(personId: string): Promise<string> {
  const at = new Date('2026-10-01T08:00:00Z')
  const { id } = await db()
    .insertInto('watchLists')
    .values({ personId, title: 'Mathe', createdAt: at, changedAt: at, clientKey: randomUUID() })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function ladenPair() {
  const person: Actor = await anActor()
  const shared = { person, list: await aList(person.id), plg: (await aPlg()).id }
  const [target, source] = [
    await aProduct({ name: 'Übino', slug: 'uebino', description: '' }),
    await aProduct({ name: 'Übino App', slug: 'uebino-app', description: 'Übt Vokabeln.' }),
  ]
  await laden(target, shared)
  await laden(source, shared)
  const both = { kind: 'post', id: randomUUID() }
  await syncMentions(
    both,
    [target, source].map(({ id }) => ({ kind: 'software', id })),
    null,
  )
  await relate(smz, { kind: 'software', id: source.id }, { kind: 'software', id: target.id })
  return { target, source, person }
}

describe('two entries of one app', () => {
  test('become one with all that hangs on them; taken back both stand exactly as before', async () => {
    const { target, source } = await ladenPair()
    const before = await everything()
    const pair = await pairFor(smz, { target: 'uebino', source: 'uebino-app' })
    expect(pair.blocked).toBeNull()
    expect(pair.moving).toBe(
      '1 Vorhaben, 2 Karten, 2 Merklisten, 1 Follower-Liste, 1 Erfahrungsbericht, 1 Frage, 2 PLGs, 1 Nutzung, 1 Entscheidung einer Schule, 1 Prüfung',
    )
    const { mergeId } = await mergeProducts(smz, merging(source, target, { description: 'source' }))
    const rows = await db().selectFrom('softwareProducts').selectAll().orderBy('number').execute()
    expect(rows).toMatchObject([
      { name: 'Übino', description: 'Übt Vokabeln.', state: 'listed' },
      { state: 'merged', mergedInto: target.id },
    ])
    const count = async (table: 'softwareFollows' | 'watchListItems' | 'experienceReports') =>
      (await db().selectFrom(table).select('productId').execute()).map(({ productId }) => productId)
    expect(await count('softwareFollows')).toEqual(Array(3).fill(target.id))
    expect(await count('watchListItems')).toEqual(Array(3).fill(target.id))
    expect(await count('experienceReports')).toEqual(Array(2).fill(target.id))
    const { products } = await directoryFor(null, { q: 'Übino App' })
    expect(products.rows).toMatchObject([{ name: 'Übino', schools: 2 }])
    const cards = await productThings(smz, [source.id])
    expect(cards).toMatchObject([{ id: source.id, title: 'Übino', path: '/software/uebino' }])
    await unmergeProducts(smz, mergeId)
    expect(await everything()).toEqual(before)
    const audit = await db().selectFrom('auditEntries').select('action').orderBy('id').execute()
    expect(audit.map(({ action }) => action)).toEqual(['software.merged', 'software.unmerged'])
  })

  test('taken back, what people did since stays as they did it', async () => {
    const { target, source, person } = await ladenPair()
    const { mergeId } = await mergeProducts(smz, merging(source, target, { name: 'source' }))
    await db().deleteFrom('softwareFollows').where('personId', '=', person.id).execute()
    const late = await anExperience({ productId: target.id })
    await db()
      .updateTable('softwareProducts')
      .set({ website: 'https://uebino.example', version: sql`version + 1` })
      .where('id', '=', target.id)
      .execute()
    await unmergeProducts(smz, mergeId)
    const follows = await db().selectFrom('softwareFollows').selectAll().execute()
    expect(follows.map(({ personId }) => personId)).not.toContain(person.id)
    expect(follows.map(({ productId }) => productId).sort()).toEqual([target.id, source.id].sort())
    const reports = await db()
      .selectFrom('experienceReports')
      .where('id', '=', late.id)
      .selectAll()
      .execute()
    expect(reports).toMatchObject([{ productId: target.id }])
    const now = await db()
      .selectFrom('softwareProducts')
      .where('id', '=', target.id)
      .selectAll()
      .execute()
    expect(now).toMatchObject([{ name: 'Übino', website: 'https://uebino.example', version: 4 }])
  })

  test('with two different results go to those who review; with one, or two of the same, they do not', async () => {
    const [one, other, third] = [await aProduct(), await aProduct(), await aProduct()]
    await aRelease({
      scenarioId: (await aScenario({ productId: one.id })).id,
      validUntil: '2099-07-31',
    })
    const scenario = await aScenario({ productId: other.id })
    const closed = { state: 'closed', closedAt: new Date('2026-09-02T08:00:00Z') }
    const { id: caseId } = await aReviewCase({ productId: other.id, ...closed })
    await anOpinion({ caseId, scenarioId: scenario.id, verdict: 'objection' })
    const before = await everything()
    await expect(mergeProducts(smz, merging(one, other))).rejects.toThrow(
      'Bitte Prüfstelle entscheiden lassen',
    )
    expect((await pairFor(smz, { target: one.slug, source: other.slug })).blocked).toContain(
      'Prüfstelle',
    )
    expect(await everything()).toEqual(before)
    await aRelease({
      scenarioId: (await aScenario({ productId: third.id })).id,
      validUntil: '2099-07-31',
    })
    await mergeProducts(smz, merging(third, one))
    await mergeProducts(smz, merging(await aProduct(), other))
  })
})
