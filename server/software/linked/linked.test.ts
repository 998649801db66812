import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aPlg } from '#db/factories/plg.ts'
import { aProject } from '#db/factories/project.ts'
import { aSchool } from '#db/factories/school.ts'
import { anOpinion, aProduct, aRelease, aReviewCase, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { replaceParts } from '#server/projects/sql.ts'
import { linkedSoftware } from './views.ts'

beforeEach(() => emptyDatabase())

const row = (name: string) => ({ name, purpose: '', status: 'unknown' as const })
const parts = (...names: string[]) => ({ software: names.map(row), equipment: [], classes: [] })
const rows = () =>
  db().selectFrom('projectSoftware').select(['name', 'productId']).orderBy('position').execute()

test('what is called like an entry of the directory is linked, and stays so when the entry is renamed', async () => {
  const project = await aProject({ plgId: (await aPlg()).id })
  const product = await aProduct({ name: 'GeoSkizze' })
  await aProduct({ name: 'Heimlich', state: 'proposed' })
  await replaceParts(project.id, parts('geoskizze', 'Heimlich', 'Kreide'))
  expect(await rows()).toEqual([
    { name: 'geoskizze', productId: product.id },
    { name: 'Heimlich', productId: null },
    { name: 'Kreide', productId: null },
  ])
  await db().updateTable('softwareProducts').set({ name: 'Skizzenblock' }).execute()
  await replaceParts(project.id, parts('Kreide', 'geoskizze'))
  expect(await rows()).toEqual([
    { name: 'Kreide', productId: null },
    { name: 'geoskizze', productId: product.id },
  ])
})

test('says what holds for the own form of school, with conditions and what to use instead', async () => {
  const project = await aProject({ plgId: (await aPlg()).id })
  const [good, bad] = [await aProduct({ name: 'Gut' }), await aProduct({ name: 'Schlecht' })]
  const condition = { id: '1', kind: 'pseudonym_only', text: 'Mit Spitznamen.', isMandatory: true }
  await aRelease({
    ...{ scenarioId: (await aScenario({ productId: good.id })).id, validUntil: '2099-07-31' },
    ...{ schoolForms: ['grammar'], conditions: JSON.stringify([condition]) },
  })
  const { id: scenarioId } = await aScenario({ productId: bad.id })
  const closed = { productId: bad.id, state: 'closed', closedAt: new Date() }
  const { id: caseId } = await aReviewCase(closed)
  await anOpinion({
    ...{ caseId, scenarioId, verdict: 'objection', recommendedUntil: null },
    alternative: 'Gut',
  })
  await replaceParts(project.id, parts('Gut', 'Schlecht'))
  const at = async (schoolForm: string) => {
    const school = await aSchool({ schoolForm })
    return linkedSoftware(await anActor('teacher', { schoolId: school.id }), project.id)
  }
  expect(await at('grammar')).toMatchObject([
    { standing: 'approved_with_conditions', conditions: ['Mit Spitznamen.'], until: '2099-07-31' },
    { standing: 'not_approved', alternative: 'Gut', conditions: [] },
  ])
  expect(await at('primary')).toMatchObject([
    { standing: 'not_reviewed', conditions: [], until: null },
    { standing: 'not_approved' },
  ])
  expect(await linkedSoftware(null, project.id)).toMatchObject([
    { standing: 'approved_with_conditions' },
    { standing: 'not_reviewed', alternative: '' },
  ])
})
