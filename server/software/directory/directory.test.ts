import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import {
  anAdoption,
  anOpinion,
  aProduct,
  aRelease,
  aReviewCase,
  aScenario,
} from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { productFor } from '../products/views.ts'
import { STANDINGS } from '../standing/contract.ts'
import { standingNames } from '../standing/words.ts'
import { USABLE } from './contract.ts'
import { directoryFor, searchSoftware } from './views.ts'

let teacher: Actor
beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  teacher = await anActor()
})

const NEVER = '2099-07-31'
type Product = { id: string }

async function released(product: Product, given: Parameters<typeof aRelease>[0] | object = {}) {
  const scenario = await aScenario({ productId: product.id })
  await aRelease({ validUntil: NEVER, ...given, scenarioId: scenario.id })
  return scenario
}

async function refused(product: Product) {
  const scenario = await aScenario({ productId: product.id })
  const review = await aReviewCase({
    ...{ productId: product.id, state: 'closed', closedAt: new Date('2026-09-02T08:00:00Z') },
  })
  await anOpinion({ caseId: review.id, scenarioId: scenario.id, verdict: 'objection' })
}

const namesFor = async (actor: Actor | null, asked: Record<string, string>) =>
  (await directoryFor(actor, asked)).products.rows.map(({ name }) => name)

describe('the directory', () => {
  test('finds by stem, by a slip of the pen, by maker, by use and by the name of before', async () => {
    const vendor = await db()
      .insertInto('vendors')
      .values({ name: 'Wortwerk Verlag', createdAt: new Date() })
      .returning('id')
      .executeTakeFirstOrThrow()
    const one = await aProduct({
      ...{ name: 'Buchstabix', description: 'Übungen zu Brüchen und Dezimalzahlen.' },
      ...{ vendorId: vendor.id, functionTags: ['vocabulary'] },
    })
    await aProduct({ name: 'Ganz anderes' })
    await aProduct({
      name: 'Silbenfix App',
      slug: 'silbenfix',
      state: 'merged',
      mergedInto: one.id,
    })
    for (const q of [
      'Bruch',
      'Dezimalzahl',
      'Buchstabicks',
      'wortwerk',
      'Vokabel',
      'Silbenfix App',
    ])
      expect([q, await namesFor(null, { q })]).toEqual([q, ['Buchstabix']])
    expect(await namesFor(null, { q: 'Bruch Klavier' })).toEqual([])
    expect(await searchSoftware(null, ['buchstabix'], 5)).toMatchObject([{ title: 'Buchstabix' }])
  })

  test('shows what fits best first, then what may be used, then what many use', async () => {
    const [asked, free, loved, plain] = [
      await aProduct({ name: 'Bruchhelfer' }),
      await aProduct({ name: 'Zahlenraum', description: 'Bruch' }),
      await aProduct({ name: 'Alles', description: 'Bruch' }),
      await aProduct({ name: 'Aal', description: 'Bruch' }),
    ]
    await released(free)
    const use = await aScenario({ productId: loved.id })
    for (const at of [1, 2])
      await anAdoption({
        ...{ schoolId: (await aSchool()).id, scenarioId: use.id, productId: loved.id },
        isVisible: at > 0,
      })
    expect(await namesFor(null, { q: 'bruch' })).toEqual(
      [asked, free, loved, plain].map((p) => p.name),
    )
    const cards = (await directoryFor(null, { q: 'bruch' })).products.rows
    expect(cards.map(({ schools }) => schools)).toEqual([0, 0, 2, 0])
  })

  test('counts schools, not decisions, and only what they show and still use', async () => {
    const product = await aProduct()
    const uses = [
      await aScenario({ productId: product.id }),
      await aScenario({ productId: product.id }),
    ]
    const school = await aSchool()
    for (const { id: scenarioId } of uses)
      await anAdoption({ schoolId: school.id, scenarioId, productId: product.id })
    const more = { scenarioId: uses[0]?.id ?? '', productId: product.id }
    await anAdoption({ ...more, schoolId: (await aSchool()).id, isVisible: false })
    await anAdoption({ ...more, schoolId: (await aSchool()).id, status: 'considering' })
    const over = await anAdoption({ ...more, schoolId: (await aSchool()).id })
    const shown = async () => (await directoryFor(null, {})).products.rows[0]?.schools
    expect(await shown()).toBe(2)
    await db()
      .updateTable('schoolAdoptions')
      .set({ endedAt: new Date() })
      .where('id', '=', over.id)
      .execute()
    expect(await shown()).toBe(1)
  })

  test('two schools that decide at once are two', async () => {
    const product = await aProduct()
    const { id: scenarioId } = await aScenario({ productId: product.id })
    const schools = await Promise.all(Array.from({ length: 8 }, () => aSchool()))
    await Promise.all(
      schools.map(({ id }) => anAdoption({ schoolId: id, scenarioId, productId: product.id })),
    )
    expect((await directoryFor(null, {})).products.rows[0]?.schools).toBe(8)
  })

  test('each choice says how many it would leave, the others staying as they are', async () => {
    await aProduct({ name: 'Eins', subjects: ['mathematics'], kind: 'ios', costModel: 'free' })
    await aProduct({ name: 'Zwei', subjects: ['mathematics', 'german'], kind: 'web' })
    await aProduct({ name: 'Drei', subjects: [], kind: 'web', offlineUse: 'partly' })
    const { facets, products } = await directoryFor(null, { fach: 'german', plattform: 'web' })
    expect(products.rows.map(({ name }) => name).sort()).toEqual(['Drei', 'Zwei'])
    expect(facets.kind).toEqual([{ value: 'web', count: 2 }])
    expect(facets.subject.sort((a, b) => a.value.localeCompare(b.value))).toEqual([
      { value: 'german', count: 2 },
      { value: 'mathematics', count: 2 },
    ])
    expect(await namesFor(null, { frei: 'ja' })).toEqual(['Eins'])
    expect(await namesFor(null, { offline: 'ja' })).toEqual(['Drei'])
  })

  test('counts are those of the lists they lead to, whatever is chosen', async () => {
    const subjects = ['mathematics', 'german', 'english']
    for (let n = 0; n < 24; n++) {
      const product = await aProduct({
        ...{ subjects: n % 4 === 0 ? [] : [subjects[n % 3] ?? ''], kind: n % 2 ? 'web' : 'ios' },
        costModel: n % 5 ? 'free' : 'subscription',
      })
      if (n % 3 === 0) await released(product)
      if (n % 7 === 0) await refused(product)
    }
    const PARAMS = {
      subject: 'fach',
      kind: 'plattform',
      cost: 'kosten',
      standing: 'status',
    } as const
    for (const asked of [{}, { fach: 'german' }, { plattform: 'web', status: USABLE }]) {
      const { facets } = await directoryFor(teacher, asked)
      for (const [name, param] of Object.entries(PARAMS))
        for (const { value, count } of facets[name as keyof typeof PARAMS]) {
          const there = (await directoryFor(teacher, { ...asked, [param]: value })).products.total
          expect([asked, name, value, there]).toEqual([asked, name, value, count])
        }
    }
  })

  test('says what holds for the reader’s form of school, or for the one that is chosen', async () => {
    const school = await aSchool({ schoolForm: 'primary' })
    const reader = await anActor('teacher', { schoolId: school.id })
    await released(await aProduct({ name: 'Gymi' }), { schoolForms: ['grammar'] })
    const standing = async (actor: Actor | null, asked: Record<string, string>) =>
      (await directoryFor(actor, asked)).products.rows[0]?.standing.name
    expect(await standing(null, {})).toBe('approved')
    expect(await standing(reader, {})).toBe('not_reviewed')
    expect(await standing(reader, { schulform: 'grammar' })).toBe('approved')
    expect(await namesFor(reader, { status: USABLE })).toEqual([])
  })

  test('shows what was decided a moment ago, although it keeps what it derived', async () => {
    const product = await aProduct()
    const shown = async () => (await directoryFor(teacher, {})).facets.standing.at(-1)?.value
    const seen = [await shown()]
    const { id: scenarioId } = await aScenario({ productId: product.id })
    const review = await aReviewCase({ productId: product.id })
    seen.push(await shown())
    const closed = { state: 'closed', closedAt: new Date() }
    await db().updateTable('reviewCases').set(closed).execute()
    seen.push(await shown())
    await aRelease({ scenarioId, validUntil: NEVER })
    seen.push(await shown())
    await db().updateTable('releases').set({ suspendedAt: new Date() }).execute()
    seen.push(await shown())
    await db().updateTable('releases').set({ suspendedAt: null }).execute()
    seen.push(await shown())
    await anOpinion({ caseId: review.id, scenarioId, verdict: 'objection', givenAt: new Date() })
    seen.push(await shown())
    await db().updateTable('softwareProducts').set({ state: 'removed' }).execute()
    expect([...seen, await shown()]).toEqual([
      ...['not_reviewed', 'in_review', 'not_reviewed', 'approved', 'not_approved', 'approved'],
      ...['not_approved', undefined],
    ])
  })

  test('shows refusals to confirmed people only, in no way to others', async () => {
    await refused(await aProduct({ name: 'Nein' }))
    await aProduct({ name: 'Neu' })
    const pending = await anActor('teacher', { state: 'pending' })
    for (const actor of [null, pending]) {
      const view = await directoryFor(actor, {})
      expect(view.products.rows.map(({ standing }) => standing.name)).toEqual([
        'not_reviewed',
        'not_reviewed',
      ])
      expect(view.facets.standing).toEqual([{ value: 'not_reviewed', count: 2 }])
      expect((await directoryFor(actor, { status: 'not_approved' })).search.standing).toBe('')
      expect(JSON.stringify(await searchSoftware(actor, ['nein'], 5))).not.toContain(
        standingNames.not_approved,
      )
    }
    expect(await namesFor(teacher, { status: 'not_approved' })).toEqual(['Nein'])
  })

  test('what is only proposed, merged or removed is in no list', async () => {
    const there = await aProduct({ name: 'Da' })
    await aProduct({ name: 'Vorgeschlagen', state: 'proposed' })
    await aProduct({ name: 'Weg', state: 'removed' })
    await aProduct({ name: 'Alt', state: 'merged', mergedInto: there.id })
    expect(await namesFor(await anActor('smz_staff'), {})).toEqual(['Da'])
  })

  test('an empty list says how many there are with another status', async () => {
    await aProduct({ name: 'Mikroskopix' })
    const view = await directoryFor(null, { q: 'mikroskopix', status: USABLE })
    expect(view.products.total).toBe(0)
    expect(view.others).toBe(1)
  })

  test('what my school uses can be chosen by those who have one', async () => {
    const [mine, other] = [await aProduct({ name: 'Meine' }), await aProduct({ name: 'Andere' })]
    const schoolId = teacher.memberships[0]?.schoolId ?? ''
    const use = async (product: Product, at: string, given: object = {}) =>
      anAdoption({
        ...{ schoolId: at, productId: product.id, ...given },
        scenarioId: (await aScenario({ productId: product.id })).id,
      })
    await use(mine, schoolId, { isVisible: false })
    await use(other, (await aSchool()).id)
    await use(other, schoolId, { status: 'stopped' })
    expect(await namesFor(teacher, { meine: 'ja' })).toEqual(['Meine'])
    expect(await namesFor(null, { meine: 'ja' })).toHaveLength(2)
  })

  test('a card counts the Vorhaben that its reader may read', async () => {
    const product = await aProduct()
    const plg = await aPlg()
    const visible = { network: 'network', public: 'public', plg: 'plg' }
    for (const visibility of Object.values(visible)) {
      const project = await aProject({
        ...{ plgId: plg.id, visibility, licence: visibility === 'plg' ? null : 'cc_by' },
        publishedAt: visibility === 'plg' ? null : new Date(),
        status: 'completed',
      })
      await db()
        .insertInto('projectSoftware')
        .values({ projectId: project.id, position: 0, name: 'x', productId: product.id })
        .execute()
    }
    const count = async (actor: Actor | null) =>
      (await directoryFor(actor, {})).products.rows[0]?.projects
    expect(await count(null)).toBe(1)
    expect(await count(teacher)).toBe(2)
    const open = await productFor(null, product.slug)
    expect(open).toMatchObject({ projects: [{}], moreProjects: 1 })
  })

  test.each([
    { q: "'; drop table persons --", seite: '-1' },
    { q: '\u0000\ud800%_\\', fach: '__proto__' },
    { q: 'a'.repeat(5000), status: 'x'.repeat(500) },
    { q: 'und der die das', schulform: 'constructor' },
    { q: '( | & ! :* <->', seite: '999999999999' },
  ])('takes any address (%#)', async (asked) => {
    await aProduct({ name: 'Da' })
    expect((await directoryFor(teacher, asked)).products.page).toBeGreaterThan(0)
  })

  test('knows a word for every standing', () => {
    expect(Object.keys(standingNames)).toEqual([...STANDINGS])
  })
})
