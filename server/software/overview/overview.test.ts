import { beforeEach, describe, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { anAdoption, aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { Forbidden } from '#server/platform/errors.ts'
import { overviewFile, overviewFor } from './views.ts'

beforeEach(() => emptyDatabase())

const asked = (query = '') => new URLSearchParams(query)

/** A quiz of this name that so many new schools of a form use. */
async function aQuizAt(schools: number, name: string, schoolForm = 'comprehensive') {
  const product = await aProduct({ name, functionTags: ['quiz'] })
  const scenario = await aScenario({ productId: product.id })
  for (let i = 0; i < schools; i++) {
    const school = await aSchool({ schoolForm, district: 'mitte' })
    await anAdoption({ schoolId: school.id, scenarioId: scenario.id, productId: product.id })
  }
  return { product, scenario }
}

describe('the city sees', () => {
  test('for what schools use most different apps, and which could become the standard', async () => {
    const staff = await anActor('school_authority_staff')
    const { scenario } = await aQuizAt(5, 'Fragefix')
    await aQuizAt(2, 'Ratekiste')
    await aRelease({ scenarioId: scenario.id, validUntil: '2099-07-31' })
    const { lines } = await overviewFor(staff, asked())
    expect(lines).toMatchObject([
      {
        ...{ function: 'quiz', products: 2, released: 1, schools: 7 },
        most: { name: 'Fragefix', schools: 5 },
        candidate: { name: 'Fragefix', schools: 5 },
      },
    ])
    const { products } = await overviewFor(staff, asked('funktion=quiz'))
    expect(products?.map(({ name, schools }) => [name, schools])).toEqual([
      ['Fragefix', 5],
      ['Ratekiste', null],
    ])
  })

  test('nothing of what ended, and a school with two uses once', async () => {
    const staff = await anActor('smz_staff')
    const { product, scenario } = await aQuizAt(3, 'Fragefix')
    const school = await aSchool()
    const at = { schoolId: school.id, productId: product.id }
    await anAdoption({ ...at, scenarioId: scenario.id, endedAt: new Date() })
    await anAdoption({ ...at, scenarioId: scenario.id, status: 'stopped' })
    const again = await aScenario({ productId: product.id })
    const other = await aSchool()
    for (const scenarioId of [scenario.id, again.id])
      await anAdoption({ schoolId: other.id, productId: product.id, scenarioId })
    expect((await overviewFor(staff, asked())).lines[0]?.schools).toBe(4)
  })

  test('no table about one or two schools', async () => {
    const staff = await anActor('release_manager')
    await aQuizAt(4, 'Fragefix')
    await aQuizAt(2, 'Ratekiste', 'grammar')
    const few = await overviewFor(staff, asked('schulform=grammar'))
    expect(few).toMatchObject({ isTooFew: true, lines: [], products: null })
    const { text } = await overviewFile(staff, asked('schulform=grammar&funktion=quiz'))
    expect(text).not.toContain('Ratekiste')
  })

  test('the same in the file, and no name becomes a formula', async () => {
    const staff = await anActor('media_advisor')
    await aQuizAt(3, '=Fragefix()')
    const { text } = await overviewFile(staff, asked('funktion=quiz'))
    expect(text).toContain("'=Fragefix();;Noch nicht geprüft;;3;Nicht bekannt;;nein")
  })
})

const SEEING = [
  'release_manager',
  'school_authority_staff',
  'smz_staff',
  'media_advisor',
  'school_dpo',
]

test.each([...SCHOOL_ROLES, ...NETWORK_ROLES])('%s sees it or not', async (role) => {
  const view = overviewFor(await anActor(role), asked())
  if (SEEING.includes(role)) await expect(view).resolves.toMatchObject({ lines: [] })
  else await expect(view).rejects.toThrow(Forbidden)
})
