import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { addData, addSeal, addSubprocessor, addUse, removePart } from '../commands.ts'
import { partInput, useInput } from '../inputs.ts'
import { usesPageFor } from '../views.ts'
import { restorePart } from './commands.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

const data = { subject: 'pupil', legalBasis: 'schulg_120_5', withinVoDv: 'yes' } as const
const about = { isRequired: true, purpose: '', retention: '', recipients: '' }

async function anApp() {
  const product = await aProduct()
  const scenario = await aScenario({ productId: product.id, label: 'Schul-iPads' })
  const smz = await anActor('smz_staff')
  const all = () => usesPageFor(smz, product.slug)
  const remove = (given: object) => removePart(smz, product.slug, partInput.parse(given))
  const restore = (removal: string) => restorePart(smz, product.slug, { removal })
  return { product, scenario, smz, all, remove, restore, slug: product.slug }
}

test('whatever curators take away comes back as it was, with what hung on it', async () => {
  const at = await anApp()
  const { scenario, smz, slug } = at
  const variant = scenario.variantId
  await addData(smz, slug, { use: scenario.id, ...data, ...about, category: 'Pseudonym' })
  await addData(smz, slug, { use: scenario.id, ...data, ...about, category: 'Klasse' })
  const wolke = { variant, name: 'Wolke', country: 'USA', service: '' }
  await addSubprocessor(smz, slug, { ...wolke, transferBasis: 'dpf' })
  const seal = { issuedOn: null, validUntil: null, url: '' }
  await addSeal(smz, slug, { scheme: 'vidis', result: 'Aufgenommen', ...seal })
  const before = await at.all()
  const ids = [
    await at.remove({ part: 'use', id: scenario.id }),
    await at.remove({ part: 'subprocessor', id: variant, position: 0 }),
    await at.remove({ part: 'seal', id: before.seals[0]?.id }),
    await at.remove({ part: 'variant', id: variant }),
  ]
  expect(await at.all()).toMatchObject({ variants: [], seals: [] })
  await expect(at.restore(ids[0] ?? '')).rejects.toThrow('gibt es nicht mehr')
  for (const id of ids.toReversed()) await at.restore(id)
  expect(await at.all()).toEqual(before)
  await expect(at.restore(ids[0] ?? '')).rejects.toThrow('nicht mehr zurückholen')
})

test('a line of data comes back behind what was written meanwhile, and only for a day', async () => {
  const at = await anApp()
  const line = (category: string) =>
    addData(at.smz, at.slug, { use: at.scenario.id, ...data, ...about, category })
  await line('Pseudonym')
  const removal = await at.remove({ part: 'data', id: at.scenario.id, position: 0 })
  await line('Klasse')
  await at.restore(removal)
  const [use] = (await at.all()).variants[0]?.uses ?? []
  expect(use?.data.map(({ category }) => category)).toEqual(['Klasse', 'Pseudonym'])
  const late = await at.remove({ part: 'data', id: at.scenario.id, position: 1 })
  const removedAt = new Date(Date.now() - 25 * 3_600_000)
  await db().updateTable('softwareRemovals').set({ removedAt }).where('id', '=', late).execute()
  await expect(at.restore(late)).rejects.toThrow('nicht mehr zurückholen')
})

test('not in the place of another, not of another app, not by others', async () => {
  const at = await anApp()
  const removal = await at.remove({ part: 'use', id: at.scenario.id })
  const other = await aProduct()
  await expect(restorePart(at.smz, other.slug, { removal })).rejects.toThrow('nicht mehr')
  const teacher = await anActor()
  await expect(restorePart(teacher, at.slug, { removal })).rejects.toMatchObject({
    name: 'Forbidden',
  })
  const { deviceScenario, pupilAccount, variantId: variant } = at.scenario
  await addUse(
    at.smz,
    at.slug,
    useInput.parse({ variant, label: 'Schul-iPads', deviceScenario, pupilAccount }),
  )
  await expect(at.restore(removal)).rejects.toThrow('gibt es schon')
})
