import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
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
import { askedFor } from '../question/views.ts'
import { productFor } from './views.ts'

beforeEach(() => emptyDatabase())

const asked = new URLSearchParams('jahrgang=6&geraet=school_shared_at_school')

async function refused() {
  const product = await aProduct({ slug: 'schwatzbude', name: 'Schwatzbude' })
  const { id: scenarioId } = await aScenario({ productId: product.id })
  const { id: caseId } = await aReviewCase({
    ...{ productId: product.id, state: 'closed', closedAt: new Date(), scenarioIds: [scenarioId] },
  })
  await anOpinion({
    ...{ caseId, scenarioId, verdict: 'objection', recommendedUntil: null },
    reasoning: 'Werbung für Lernende lässt sich nicht abschalten.',
  })
  return product
}

describe('the page of a product', () => {
  test('a refusal is for those who are signed in and confirmed', async () => {
    await refused()
    const pending = await anActor('teacher', { state: 'pending' })
    for (const who of [null, pending]) {
      const view = await productFor(who, 'schwatzbude', asked)
      expect(view).toMatchObject({ standing: 'not_reviewed', answer: { standing: 'not_reviewed' } })
      expect(JSON.stringify(view)).not.toMatch(/Werbung|not_approved|objection/)
    }
    const view = await productFor(await anActor(), 'schwatzbude', asked)
    expect(view).toMatchObject({ standing: 'not_approved', answer: { lead: 'Nein.' } })
    expect(JSON.stringify(view)).toContain('Werbung')
  })

  test('what is proposed is for those who are confirmed, what is removed for nobody', async () => {
    await aProduct({ slug: 'neu-hier', state: 'proposed' })
    await aProduct({ slug: 'weg', state: 'removed' })
    await expect(productFor(null, 'neu-hier')).rejects.toMatchObject({ name: 'NotFound' })
    const teacher = await anActor()
    expect((await productFor(teacher, 'neu-hier')).product.state).toBe('proposed')
    await expect(productFor(teacher, 'weg')).rejects.toMatchObject({ name: 'NotFound' })
    for (const nonsense of ['', '\0', "' or 1=1", '__proto__', 'x'.repeat(5_000)])
      await expect(productFor(teacher, nonsense)).rejects.toThrow()
  })

  test('an old address, and what was merged, lead to the one of today', async () => {
    const product = await aProduct({ slug: 'buchwerk' })
    await db()
      .insertInto('softwareSlugs')
      .values({ slug: 'book-werk', productId: product.id })
      .execute()
    await aProduct({ slug: 'doppelt', state: 'merged', mergedInto: product.id })
    for (const old of ['book-werk', 'doppelt'])
      await expect(productFor(null, old)).rejects.toMatchObject({
        ...{ name: 'Moved', to: '/software/buchwerk' },
      })
  })

  test('documents for schools and for the review stay there', async () => {
    const { id: productId } = await aProduct({ slug: 'buchwerk' })
    await db()
      .insertInto('softwareDocuments')
      .values(
        ['public', 'schools', 'reviewers'].map((visibility) => ({
          ...{ productId, visibility, kind: 'avv', url: `https://${visibility}.example` },
          addedAt: new Date(),
        })),
      )
      .execute()
    const urlsFor = async (who: Parameters<typeof productFor>[0]) =>
      (await productFor(who, 'buchwerk')).product.documents.map(({ url }) => url)
    expect(await urlsFor(null)).toEqual(['https://public.example'])
    expect(await urlsFor(await anActor())).toHaveLength(2)
    expect(await urlsFor(await anActor('school_dpo'))).toHaveLength(3)
  })
})

describe('the question', () => {
  test('counts schools that show it, names them to those who are signed in, and knows the own one', async () => {
    const product = await aProduct({ slug: 'buchwerk' })
    const { id: scenarioId } = await aScenario({ productId: product.id })
    const own = await aSchool({ name: 'Eigene Schule' })
    const shown = await aSchool({ name: 'Offene Schule' })
    const hidden = await aSchool({ name: 'Stille Schule' })
    const of = { scenarioId, productId: product.id }
    await anAdoption({ ...of, schoolId: shown.id })
    await anAdoption({ ...of, schoolId: hidden.id, isVisible: false })
    const teacher = await anActor('teacher', { schoolId: own.id })
    expect((await productFor(teacher, 'buchwerk', asked)).use).toEqual({
      schools: 1,
      names: ['Offene Schule'],
      own: [{ school: 'Eigene Schule', slug: own.slug, status: null }],
    })
    expect((await productFor(null, 'buchwerk', asked)).use).toEqual({
      ...{ schools: 1, names: [], own: [] },
    })
  })

  test('offers what does the same and is released for the own form of school', async () => {
    const tagged = { functionTags: ['quiz'] }
    await aProduct({ slug: 'fragezeit', ...tagged })
    const released = async (name: string, forms: string[], until = '2099-07-31') => {
      const product = await aProduct({ slug: name.toLowerCase(), name, ...tagged })
      const { id: scenarioId } = await aScenario({ productId: product.id })
      await aRelease({ scenarioId, schoolForms: forms, validUntil: until })
    }
    await released('Anders', [])
    await released('Grund', ['primary'])
    await released('Vorbei', [], '2026-09-30')
    await aProduct({ slug: 'ohne', ...tagged })
    const school = await aSchool({ schoolForm: 'grammar' })
    const teacher = await anActor('teacher', { schoolId: school.id })
    const namesFor = async (who: Parameters<typeof productFor>[0]) =>
      (await productFor(who, 'fragezeit')).alternatives.map(({ name }) => name)
    expect(await namesFor(teacher)).toEqual(['Anders'])
    expect(await namesFor(null)).toEqual(['Anders', 'Grund'])
  })

  test('finds an app by its name, or what could have been meant', async () => {
    await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
    await aProduct({ slug: 'geheim', name: 'Buchwerk geheim', state: 'proposed' })
    const by = { actor: null, network: '::1' }
    const ask = (app: string) => askedFor(by, new URLSearchParams({ app, jahrgang: '6' }))
    expect((await ask(' buchWERK ')).found).toBe('/software/buchwerk?jahrgang=6&geraet=#antwort')
    expect(await ask('Buchwerg')).toMatchObject({ found: null, like: [{ name: 'Buchwerk' }] })
    expect(await ask('')).toMatchObject({ found: null, like: [] })
    for (const hostile of ['\0', '%', "' or true --", '\ud800', 'x'.repeat(5_000)])
      expect((await ask(hostile)).found).toBeNull()
  })
})
