import { beforeEach, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import {
  anExperience,
  anOpinion,
  aProduct,
  aRelease,
  aReviewCase,
  aScenario,
} from '#db/factories/software.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { comparedIn } from './rules.ts'
import { comparisonFor } from './views.ts'

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

test('apps stand side by side in the order asked for, each with its uses and what people tell', async () => {
  const [one, other] = [await aProduct({ slug: 'eins' }), await aProduct({ slug: 'zwei' })]
  await aRelease({
    ...{ scenarioId: (await aScenario({ productId: one.id })).id, validUntil: '2099-07-31' },
  })
  const { id: scenarioId } = await aScenario({ productId: other.id })
  const closed = { state: 'closed', closedAt: new Date('2026-09-02T08:00:00Z') }
  const { id: caseId } = await aReviewCase({ productId: other.id, ...closed })
  await anOpinion({ caseId, scenarioId, verdict: 'objection' })
  for (const learningEffect of [2, 5]) await anExperience({ productId: one.id, learningEffect })
  await aProduct({ slug: 'weg', state: 'removed' })
  const { products } = await comparisonFor(
    await anActor(),
    new URLSearchParams('app=zwei&app=weg&app=eins'),
  )
  expect(products).toMatchObject([
    { slug: 'zwei', uses: [{ name: 'not_approved' }], reports: 0, learningEffect: null },
    {
      slug: 'eins',
      uses: [{ name: 'approved', until: '2099-07-31' }],
      reports: 2,
      learningEffect: 3.5,
    },
  ])
  const { products: forVisitors } = await comparisonFor(null, new URLSearchParams('apps=zwei'))
  expect(forVisitors[0]?.uses[0]?.name).toBe('not_reviewed')
})

test.each([
  ['apps=a,b', ['a', 'b']],
  ['app=a&app=b&app=a', ['a', 'b']],
  ['apps=a,b,c,d', ['a', 'b', 'c']],
  ["apps=a';drop,B,../x", []],
  ['', []],
])('an address names them: %s', (asked, slugs) => {
  expect(comparedIn(new URLSearchParams(asked))).toEqual(slugs)
})
