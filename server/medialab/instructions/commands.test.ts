import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anOffer } from '#db/factories/lab.ts'
import { aMembership, anActor, aPerson } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import '#server/platform/german-errors.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { offerFor } from '../offers/views.ts'
import {
  addInstruction,
  editInstruction,
  instruct,
  restore,
  retireInstruction,
  revoke,
} from './commands.ts'
import { addInstructionInput, instructInput } from './inputs.ts'
import { stateOf, validUntil } from './rules.ts'
import { instructionFor, instructionsFor, ownInstructions } from './views.ts'

process.env.CLOCK = '2026-11-23T09:00:00Z'

let smz: Actor
let teacher: Actor
let laser: string

beforeEach(async () => {
  await emptyDatabase()
  const { id: schoolId } = await aSchool({ name: 'Schule am Hafen' })
  ;[smz, teacher] = [
    await anActor('smz_staff'),
    await anActor('teacher', { firstName: 'Meike', lastName: 'Thömas', schoolId }),
  ]
  laser = randomUUID()
  await addInstruction(smz, { ...LASER, clientKey: laser })
})

const LASER = { name: 'Lasercutter', kind: 'safety' as const, validMonths: 12 }
const nobody = new URLSearchParams()
const given = (givenOn = '2026-11-20') => ({ person: teacher.id, givenOn, q: '' })
const proofs = async () => (await instructionFor(smz, laser, nobody)).proofs.rows

test.each(['teacher', 'principal', 'operator', 'facilitator', 'media_advisor'])(
  'a %s instructs nobody and reads nobody’s instructions',
  async (role) => {
    const actor = await anActor(role)
    for (const act of [
      () => instructionsFor(actor),
      () => instructionFor(actor, laser, new URLSearchParams({ q: 'Meike' })),
      () => addInstruction(actor, { ...LASER, clientKey: randomUUID() }),
      () => editInstruction(actor, laser, { ...LASER, version: 1 }),
      () => retireInstruction(actor, laser, 1),
      () => instruct(actor, laser, given()),
      () => revoke(actor, laser, randomUUID()),
      () => restore(actor, laser, randomUUID()),
    ])
      await expect((async () => act())()).rejects.toThrow(Forbidden)
    expect(await proofs()).toEqual([])
  },
)

test('who was shown it has it until the day that is reckoned from then; once for the same day', async () => {
  const offer = await anOffer({ name: 'Lasercutter' })
  await db()
    .insertInto('labOfferInstructions')
    .values({ offerId: offer.id, instructionId: laser })
    .execute()
  await Promise.all([1, 2, 3].map(() => instruct(smz, laser, given())))
  expect(await proofs()).toMatchObject([
    { name: 'Meike Thömas', place: 'Schule am Hafen', until: '2027-11-20', state: 'valid' },
  ])
  expect(await ownInstructions(teacher)).toMatchObject([
    { name: 'Lasercutter', state: 'valid', offers: [{ slug: offer.slug }] },
  ])
  expect((await offerFor(teacher, offer.slug)).instructions[0]?.given?.isValid).toBe(true)
  expect(await ownInstructions(smz)).toEqual([])
  expect((await instructionsFor(smz)).kinds).toMatchObject([{ people: 1, offers: 1 }])
})

test('taken back it does not hold; taken back by mistake it holds again', async () => {
  await instruct(smz, laser, given())
  const [{ id = '' } = {}] = await proofs()
  await revoke(smz, laser, id)
  expect(await proofs()).toMatchObject([{ state: 'revoked' }])
  expect(await ownInstructions(teacher)).toEqual([])
  await restore(smz, laser, id)
  expect(await ownInstructions(teacher)).toHaveLength(1)
  await revoke(smz, laser, id)
  await instruct(smz, laser, given())
  expect(await ownInstructions(teacher)).toHaveLength(1)
  const other = randomUUID()
  await addInstruction(smz, { ...LASER, clientKey: other })
  await expect(revoke(smz, other, id)).rejects.toThrow(NotFound)
})

test.each([
  ['2026-11-24', 'givenOn'],
  ['2025-10-01', 'givenOn'],
])('an instruction of %s is refused beside the field', async (day, field) => {
  await expect(instruct(smz, laser, given(day))).rejects.toMatchObject({ field })
})

test('people without an account, or with a closed one, are refused', async () => {
  const gone = await aPerson({ isActive: false })
  for (const person of [gone.id, randomUUID()])
    await expect(instruct(smz, laser, { ...given(), person })).rejects.toThrow(Refusal)
})

test('the desk finds people by parts of their names, confirmed ones only', async () => {
  await anActor('teacher', { firstName: 'Meike', lastName: 'Wartend', state: 'pending' })
  const other = await aPerson({ firstName: 'Meike', lastName: 'Ander' })
  await aMembership({ personId: other.id })
  const find = async (q: string) =>
    (await instructionFor(smz, laser, new URLSearchParams({ q }))).people.map(({ name }) => name)
  expect(await find('meike')).toEqual(['Meike Ander', 'Meike Thömas'])
  expect(await find('thomas mei')).toEqual(['Meike Thömas'])
  expect(await find('')).toEqual([])
  expect(await find('m')).toEqual([])
  expect(await find('%% __ \u0000 "')).toEqual([])
})

test('changes need the version that was seen; what offers need stays', async () => {
  await editInstruction(smz, laser, { ...LASER, name: 'Neu', version: 1 })
  await expect(editInstruction(smz, laser, { ...LASER, version: 1 })).rejects.toThrow(Refusal)
  const offer = await anOffer()
  await db()
    .insertInto('labOfferInstructions')
    .values({ offerId: offer.id, instructionId: laser })
    .execute()
  await expect(retireInstruction(smz, laser, 2)).rejects.toThrow('brauchen')
  await db().deleteFrom('labOfferInstructions').execute()
  await retireInstruction(smz, laser, 2)
  expect((await instructionsFor(smz)).kinds).toEqual([])
  await expect(instruct(smz, laser, given())).rejects.toThrow(NotFound)
})

test('how it stands follows from its last day; a year from 29 February is 28 February', () => {
  expect(validUntil('2028-02-29', 12)).toBe('2029-02-28')
  expect(validUntil('2028-02-29', null)).toBe(null)
  const at = (until: string | null) => stateOf({ until, isRevoked: false }, '2026-11-23')
  expect([
    at(null),
    at('2026-11-22'),
    at('2026-11-23'),
    at('2027-01-22'),
    at('2027-01-23'),
  ]).toEqual(['valid', 'over', 'ends_soon', 'ends_soon', 'valid'])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (months) => {
      expect((validUntil('2026-11-30', months) ?? '') > '2026-11-30').toBe(true)
    }),
  )
})

test.each([
  [addInstructionInput, { clientKey: randomUUID(), name: '', kind: 'spell', validMonths: 0 }],
  [addInstructionInput, { clientKey: randomUUID(), name: 'x', kind: 'safety', validMonths: NaN }],
  [instructInput, { person: 'x', givenOn: '2027-02-29' }],
  [instructInput, { person: randomUUID(), givenOn: '1026-01-01' }],
])('hostile input is refused with sentences', (schema, value) => {
  const result = schema.safeParse(value)
  expect(result.success).toBe(false)
  for (const { message } of result.error?.issues ?? []) expect(message).toMatch(/\.$/)
})
