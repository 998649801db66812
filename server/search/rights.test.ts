import { beforeEach, describe, expect, test } from 'vitest'
import { anActor } from '#db/factories/person.ts'
import { aMember, aPlg, aTopic } from '#db/factories/plg.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerHouse } from '#server/open.ts'
import { resultsFor } from './views.ts'

/** The search over the whole house: what each kind of person finds of the same word. */

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
})

type Asker = Parameters<typeof resultsFor>[0]['actor']

async function found(actor: Asker, q = 'Hafenwind') {
  const { groups } = await resultsFor({ actor, network: 'test' }, q)
  return groups.flatMap((group) => group.cards.map((card) => `${group.kind}: ${card.title}`)).sort()
}

async function aTown() {
  await aSchool({ name: 'Grundschule Hafenwind' })
  const open = await aPlg({ title: 'Hafenwind offen', joining: 'open' })
  const closed = await aPlg({ title: 'Hafenwind geschlossen', joining: 'closed' })
  await aTopic({ plgId: open.id, title: 'Hafenwind im Offenen' })
  await aTopic({ plgId: closed.id, title: 'Hafenwind im Geschlossenen' })
  await aTopic({ plgId: closed.id, title: 'Hafenwind gelöscht', deletedAt: new Date() })
  return { open, closed }
}

const PUBLIC = ['school: Grundschule Hafenwind']
const OUTSIDE = ['plg: Hafenwind offen', ...PUBLIC].sort()

describe('a closed PLG and everything in it', () => {
  test.each(['teacher', 'principal', 'smz_staff', 'school_dpo', 'facilitator', 'operator'])(
    'is not found by %s who is no member',
    async (role) => {
      await aTown()
      expect(await found(await anActor(role))).toEqual(OUTSIDE)
    },
  )

  test('is found by its members, without what was deleted', async () => {
    const { closed } = await aTown()
    const member = await anActor()
    await aMember({ plgId: closed.id, personId: member.id })
    expect(await found(member)).toEqual([
      'plg: Hafenwind geschlossen',
      'plg: Hafenwind offen',
      'school: Grundschule Hafenwind',
      'topic: Hafenwind im Geschlossenen',
    ])
  })

  test.each(['removed', 'left', 'declined', 'requested'] as const)(
    'is not found by somebody whose seat is "%s"',
    async (state) => {
      const { closed } = await aTown()
      const person = await anActor()
      await aMember({ plgId: closed.id, personId: person.id, state })
      expect(await found(person)).toEqual(OUTSIDE)
    },
  )

  test('shows an invited person the PLG, but nothing inside', async () => {
    const { closed } = await aTown()
    const person = await anActor()
    await aMember({ plgId: closed.id, personId: person.id, state: 'invited' })
    expect(await found(person)).toEqual(['plg: Hafenwind geschlossen', ...OUTSIDE])
  })
})

test('a visitor, and a person not confirmed yet, find schools only', async () => {
  await aTown()
  expect(await found(null)).toEqual(PUBLIC)
  expect(await found(await anActor('teacher', { state: 'pending' }))).toEqual(PUBLIC)
})

test.each(['%', '__', '\\%', "' or 1=1 --", 'Hafen%wind', '%%%'])(
  'signs of SQL in "%s" mean themselves',
  async (q) => {
    await aTown()
    expect(await found(await anActor(), q)).toEqual([])
  },
)

test.each(['hafenwind', 'HAFENWIND', 'Häfenwind', 'hafen offen'])(
  '"%s" is found without accents, case, or all letters',
  async (q) => {
    await aTown()
    expect(await found(await anActor(), q)).toContain('plg: Hafenwind offen')
  },
)
