import { expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { aLab, aSet } from '#db/factories/lab.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { rememberMissed } from './commands.ts'
import { findFor } from './views.ts'

process.env.CLOCK = '2026-11-27T08:00:00Z'

test('what was not found is kept once, without a person; what was found is not', async () => {
  await emptyDatabase()
  await aLab()
  await aSet({ kind: 'room' })
  const school = await aSchool()
  const teacher = await anActor('teacher', { schoolId: school.id })
  const asked = (more: Record<string, string>) =>
    new URLSearchParams({ tag: '2026-11-30', von: '10:00', bis: '12:00', ...more })
  const look = async (more: Record<string, string>) =>
    rememberMissed(teacher, await findFor(teacher, asked(more)))
  await look({ was1: 'Raum', was2: 'Mikroskop', anzahl2: '8' })
  await look({ was1: 'Raum', was2: 'Mikroskop', anzahl2: '8' })
  await look({ was1: 'Mikroskop', anzahl1: 'NaN' })
  await look({})
  expect(await db().selectFrom('labUnmet').selectAll().execute()).toMatchObject([
    { schoolId: school.id, wanted: 'Mikroskop', quantity: 8, reason: 'not_found', offerId: null },
  ])
  await look({ was1: 'Mikroskop', von: '13:00', bis: '14:00' })
  expect(await db().selectFrom('labUnmet').selectAll().execute()).toHaveLength(2)
})

test.each([
  [{ was1: 'Raum', tag: '2027-02-29' }, 'tag'],
  [{ was1: 'Raum', von: '26:00' }, 'von'],
  [{ was1: 'Raum', von: '12:00', bis: '12:00' }, 'bis'],
  [{ was1: 'Raum', anzahl1: '-3' }, 'anzahl1'],
  [{ was1: 'Raum', anzahl1: '1e9' }, 'anzahl1'],
  [{ was1: ' ' }, 'was1'],
  [{ was1: 'Raum', art: 'leihe', tag: '2026-11-30', bis_tag: '2026-11-01' }, 'bis_tag'],
  [{ was1: 'Raum', art: 'leihe', tag: '2026-11-30', bis_tag: '2037-11-01' }, 'bis_tag'],
])('%j is said beside its field', async (asked, field) => {
  const { errors, needs } = await findFor(null, new URLSearchParams(asked))
  expect(Object.keys(errors)).toContain(field)
  expect(needs).toEqual([])
})

test.each(["'); drop table x; --", '%_\\', '<script>', '!!', '\u0000', '🦊', 'a & | ! b:*'])(
  'any words are looked for: %j',
  async (was1) => {
    await expect(findFor(null, new URLSearchParams({ was1 }))).resolves.toBeDefined()
  },
)
