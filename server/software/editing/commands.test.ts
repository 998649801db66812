import { parseWithZod } from '@conform-to/zod/v4'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { anOpinion, aProduct, aReviewCase, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import {
  addDocument,
  addSeal,
  addSubprocessor,
  addUse,
  putVariant,
  removePart,
} from '../uses/commands.ts'
import { documentInput, sealInput, type UseInput, useInput } from '../uses/inputs.ts'
import { usesPageFor } from '../uses/views.ts'
import { editProduct } from './commands.ts'
import { type EditInput, editInput } from './inputs.ts'
import { centsIn, priceOf } from './rules.ts'
import { editingFor } from './views.ts'

let product: Awaited<ReturnType<typeof aProduct>>
let smz: Actor

beforeEach(async () => {
  await emptyDatabase()
  product = await aProduct({ slug: 'buchwerk', name: 'Buchwerk' })
  smz = await anActor('smz_staff')
})

const NOBODY = ['teacher', 'principal', 'school_dpo', 'release_manager', 'operator']

async function form(given: Partial<EditInput> = {}): Promise<EditInput> {
  const { product: at, facts } = await editingFor(smz, 'buchwerk')
  const { price: _, ...rest } = facts
  return { ...(rest as Omit<EditInput, 'version'>), version: at.version, ...given }
}
const changes = () =>
  db().selectFrom('softwareChanges').select(['field', 'before', 'after']).orderBy('id').execute()

describe('the facts of an app', () => {
  test('are changed by curators; what was there before is kept, and the protocol says who', async () => {
    await editProduct(smz, 'buchwerk', await form({ name: 'Buchwerk 2', vendor: 'Blattwerk' }))
    expect(await changes()).toEqual([
      { field: 'Name', before: 'Buchwerk', after: 'Buchwerk 2' },
      { field: 'Anbieter', before: '', after: 'Blattwerk' },
    ])
    const [entry] = await db().selectFrom('auditEntries').selectAll().execute()
    expect(entry).toMatchObject({ action: 'software.facts-changed', thingId: product.id })
    const { facts } = await editingFor(smz, 'buchwerk')
    expect(facts).toMatchObject({ name: 'Buchwerk 2', vendor: 'Blattwerk' })
    await editProduct(smz, 'buchwerk', await form())
    expect(await changes()).toHaveLength(2)
  })

  test.each(NOBODY)('not by %s', async (role) => {
    const who = await anActor(role)
    const forbidden = { name: 'Forbidden' }
    await expect(editProduct(who, 'buchwerk', await form())).rejects.toMatchObject(forbidden)
    await expect(editingFor(who, 'buchwerk')).rejects.toMatchObject(forbidden)
    await expect(usesPageFor(who, 'buchwerk')).rejects.toMatchObject(forbidden)
    await expect(
      removePart(who, 'buchwerk', { part: 'seal', id: product.id }),
    ).rejects.toMatchObject(forbidden)
  })

  test('of two who save at once the second reads what the first has saved', async () => {
    const [one, two] = [await form({ description: 'Eins' }), await form({ description: 'Zwei' })]
    const results = await Promise.allSettled(
      [one, two].map((input) => editProduct(smz, 'buchwerk', input)),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult
    const { facts } = await editingFor(smz, 'buchwerk')
    expect(lost.reason).toMatchObject({ name: 'Conflict' })
    expect((lost.reason as { theirs: string }).theirs).toContain(facts.description)
  })

  test('one maker of one name, however it is written and however many write it at once', async () => {
    await aProduct({ slug: 'anderes', name: 'Anderes' })
    const input = await form({ vendor: 'Blattwerk' })
    await Promise.all([
      editProduct(smz, 'buchwerk', input),
      editProduct(smz, 'anderes', { ...input, name: 'Anderes', vendor: 'BLATTWERK' }),
    ])
    expect(await db().selectFrom('vendors').select('id').execute()).toHaveLength(1)
  })

  test.each([
    ['javascript:alert(1)', undefined],
    ['https://ok.example', 'https://ok.example'],
    ['http://"><script>', undefined],
  ])('an address is one of the web: %s', async (website, expected) => {
    const { price: _, ...facts } = (await editingFor(smz, 'buchwerk')).facts
    const data = new FormData()
    for (const [name, value] of Object.entries({ ...facts, website, version: 1 }))
      data.set(name, Array.isArray(value) ? value.join(',') : String(value ?? ''))
    for (const list of ['functionTags', 'subjects', 'gradeBands', 'schoolForms', 'delivery'])
      data.delete(list)
    const parsed = parseWithZod(data, { schema: editInput })
    expect(parsed.status === 'success' ? parsed.value.website : undefined).toBe(expected)
  })

  test.each([
    ['', null],
    ['12', 1200],
    ['12,5', 1250],
    ['12.05', 1205],
    ['-1', undefined],
    ['1e9', undefined],
  ] as const)('a price is read: "%s"', (text, cents) => {
    expect(centsIn(text)).toBe(cents)
    if (cents) expect(centsIn(priceOf(cents))).toBe(cents)
  })
})

describe('uses, subprocessors, seals, documents', () => {
  const variant = {
    ...{ name: 'Schulausgabe', versionNote: '', hostingCountry: 'Irland', hostingProvider: '' },
    ...{ hasAi: false, aiNote: '' },
  }
  const use: Omit<UseInput, 'variant'> = {
    ...{ label: 'Schul-iPads', deviceScenario: 'byod', pupilAccount: 'none', minAge: null },
    ...{ users: [], content: [], schoolForms: [], gradeMin: null, gradeMax: null },
  }

  test('a use belongs to an edition of this app; what was decided about stays', async () => {
    await putVariant(smz, 'buchwerk', variant)
    const [made] = (await usesPageFor(smz, 'buchwerk')).variants
    await expect(putVariant(smz, 'buchwerk', variant)).rejects.toMatchObject({ field: 'name' })
    const input = { ...use, variant: made?.id ?? '' }
    const twice = await Promise.allSettled([1, 2].map(() => addUse(smz, 'buchwerk', input)))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const other = await aScenario({ productId: (await aProduct({ slug: 'anderes' })).id })
    await expect(
      addUse(smz, 'buchwerk', { ...input, label: 'Fremd', variant: other.variantId }),
    ).rejects.toMatchObject({ name: 'NotFound' })
    const id = (await usesPageFor(smz, 'buchwerk')).variants[0]?.uses[0]?.id ?? ''
    await expect(
      removePart(smz, 'buchwerk', { part: 'variant', id: made?.id ?? '' }),
    ).rejects.toMatchObject({ name: 'Refusal' })
    const closed = { productId: product.id, state: 'closed', closedAt: new Date() }
    const { id: caseId } = await aReviewCase(closed)
    await anOpinion({ caseId, scenarioId: id })
    await expect(removePart(smz, 'buchwerk', { part: 'use', id })).rejects.toMatchObject({
      name: 'Refusal',
    })
    await expect(removePart(smz, 'buchwerk', { part: 'use', id: other.id })).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  test('the same said twice at once stands there once, and its going away is kept', async () => {
    await putVariant(smz, 'buchwerk', variant)
    const id = (await usesPageFor(smz, 'buchwerk')).variants[0]?.id ?? ''
    const sub = { variant: id, name: 'Wolke', country: 'USA', service: 'Ton' }
    await Promise.all(
      [1, 2, 3].map(() => addSubprocessor(smz, 'buchwerk', { ...sub, transferBasis: 'dpf' })),
    )
    const [row] = (await usesPageFor(smz, 'buchwerk')).variants[0]?.subprocessors ?? []
    expect(row).toMatchObject({ name: 'Wolke', position: 0 })
    await removePart(smz, 'buchwerk', { part: 'subprocessor', id, position: 0 })
    expect((await changes()).slice(-2)).toEqual([
      { field: 'Unterauftragnehmer', before: '', after: 'Wolke, USA, Ton' },
      { field: 'Unterauftragnehmer', before: 'Wolke', after: '' },
    ])
  })

  test('nothing was read or issued tomorrow', async () => {
    const seal = { scheme: 'vidis', result: 'Aufgenommen', validUntil: null, url: '' } as const
    await expect(
      addSeal(smz, 'buchwerk', { ...seal, issuedOn: '2999-01-01' }),
    ).rejects.toMatchObject({ field: 'issuedOn' })
    const paper = { kind: 'avv', body: '', versionLabel: '1', visibility: 'schools' } as const
    await expect(
      addDocument(smz, 'buchwerk', {
        ...paper,
        url: 'https://a.example',
        retrievedOn: '2999-01-01',
      }),
    ).rejects.toMatchObject({ field: 'retrievedOn' })
    const full = { ...paper, url: 'https://a.example', retrievedOn: '2026-11-01' }
    await Promise.all([1, 2].map(() => addDocument(smz, 'buchwerk', full)))
    const [one, ...more] = (await usesPageFor(smz, 'buchwerk')).documents
    expect(more).toEqual([])
    await removePart(smz, 'buchwerk', { part: 'document', id: one?.id ?? '' })
    expect((await usesPageFor(smz, 'buchwerk')).documents).toEqual([])
    expect(await db().selectFrom('softwareDocuments').selectAll().execute()).toHaveLength(1)
  })

  test('forms refuse what makes no sense', () => {
    const whole = { ...use, variant: product.id, minAge: undefined, gradeMin: 7, gradeMax: 5 }
    expect(useInput.safeParse(whole).success).toBe(false)
    expect(useInput.safeParse({ ...whole, gradeMax: 8 }).success).toBe(true)
    const odd = { kind: 'avv', visibility: 'public', url: 'javascript:1', body: '' }
    expect(documentInput.safeParse(odd).success).toBe(false)
    const seal = { scheme: 'other', result: 'ja', issuedOn: '2026-02-31' }
    expect(sealInput.safeParse(seal).success).toBe(false)
  })
})
