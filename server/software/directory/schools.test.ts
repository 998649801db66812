import { expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aProduct, aRelease, aScenario } from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { productFor } from '../products/views.ts'
import { directoryFor } from './views.ts'

test('what is released for one school is so for its people; who has no school reads that it is for some', async () => {
  await emptyDatabase()
  registerHouse()
  const product = await aProduct({ functionTags: ['quiz'] })
  const teacher = await anActor()
  const scenario = await aScenario({ productId: product.id })
  const schoolIds = [teacher.memberships[0]?.schoolId ?? '']
  await aRelease({ scenarioId: scenario.id, validUntil: '2099-07-31', schoolIds })
  const other = await anActor()
  const seen = async (actor: Actor | null) => {
    const { facets, products } = await directoryFor(actor, {})
    const { standing, isForSome } = products.rows[0] ?? {}
    return [facets.standing.at(-1)?.value, standing?.name, isForSome]
  }
  // One after the other, so that none is shown what was kept for another.
  expect(await seen(teacher)).toEqual(['approved', 'approved', true])
  expect(await seen(other)).toEqual(['not_reviewed', 'not_reviewed', false])
  expect(await seen(null)).toEqual(['approved', 'approved', true])
  expect(await seen(await anActor('smz_staff'))).toEqual(['approved', 'approved', true])
  const asked = new URLSearchParams('jahrgang=6')
  const answer = async (actor: Actor | null) =>
    (await productFor(actor, product.slug, asked)).answer
  expect(await answer(teacher)).toMatchObject({ lead: 'Ja.' })
  expect((await answer(teacher))?.sentence).toContain('Das gilt für Ihre Schule')
  expect((await answer(other))?.sentence).toContain('nur für andere einzelne Schulen')
  expect(await answer(null)).toMatchObject({ lead: 'Nur an einzelnen Schulen.' })
})
