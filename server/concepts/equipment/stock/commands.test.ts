import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#db/client.ts'
import { anActor } from '#db/factories/person.ts'
import { aSchool } from '#db/factories/school.ts'
import { aClass, aNeed, aStandard, someFigures } from '#db/factories/talks.ts'
import { emptyDatabase } from '#db/testing.ts'
import type { Actor } from '#server/auth/actor.ts'
import { registerHouse } from '#server/open.ts'
import { Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { decideNeed, noteBaseNeed, noteFurtherNeed } from '../needs/commands.ts'
import { baseNeedInput } from '../needs/inputs.ts'
import { needsFor } from '../needs/views.ts'
import { beginDraft, publishDraft, setRule } from '../standard/commands.ts'
import { standardPage } from '../standard/views.ts'
import { equipmentFor } from '../views.ts'
import { acceptList, enterCount, enterFigures, reviewList } from './commands.ts'
import { stockFor } from './views.ts'

let school: Awaited<ReturnType<typeof aSchool>>
let principal: Actor
let amt: Actor

beforeEach(async () => {
  await emptyDatabase()
  registerHouse()
  school = await aSchool()
  principal = await anActor('principal', { schoolId: school.id })
  amt = await anActor('release_manager')
})

const key = () => ({ clientKey: randomUUID() })
const at = { site: '', takenOn: '2026-11-01' }
const heldOf = async () => {
  const { lines } = await stockFor(principal, school.slug, null)
  return lines.map(({ held }) => held)
}

test('what is due, what is there, what is missing; a count stands beside the earlier one', async () => {
  const one = await aClass()
  await aStandard([{ classId: one.id, basis: 'pupils', per: 5 }])
  const figures = { schoolYear: '2026/27', pupils: 601, teachers: 50, rooms: 30 }
  await enterFigures(principal, school.slug, { ...key(), ...figures })
  const form = { ...key(), ...at, [`count${one.number}`]: 90, [`usable${one.number}`]: 80 }
  await enterCount(principal, school.slug, form)
  await enterCount(principal, school.slug, form)
  const { state } = await equipmentFor(principal, null)
  expect(state?.lines).toMatchObject([{ entitled: 121, missing: 41, held: { count: 90 } }])
  const second = { ...at, site: 'Nebenstelle', [`count${one.number}`]: 50 }
  await enterCount(amt, school.slug, { ...key(), ...second })
  expect(await heldOf()).toEqual([{ count: 140, usable: 130 }])
  const { snapshots } = await stockFor(principal, school.slug, null)
  expect(snapshots.map(({ source }) => source).sort()).toEqual(['authority', 'school'])
  const wrong = { ...key(), ...at, [`count${one.number}`]: 1, [`usable${one.number}`]: 2 }
  await expect(enterCount(principal, school.slug, wrong)).rejects.toMatchObject({
    field: `usable${one.number}`,
  })
  for (const who of [await anActor('principal'), await anActor('smz_staff')]) {
    await expect(stockFor(who, school.slug, null)).rejects.toThrow(NotFound)
    await expect(enterCount(who, school.slug, form)).rejects.toThrow(NotFound)
  }
  await expect(db().updateTable('inventoryRows').set({ count: 1 }).execute()).rejects.toThrow(
    'inventory_rows_stay',
  )
})

const listOf = (text: string) => ({
  ...{ ...key(), ...at, fileName: 'bestand.csv', bytes: new TextEncoder().encode(text) },
})

test('a list is looked at first, and counts when it was taken, once', async () => {
  const { name } = await aClass()
  const id = await reviewList(principal, school.slug, listOf(`Klasse;Anzahl\n${name};12\n`))
  expect(await heldOf()).toEqual([null])
  expect((await stockFor(principal, school.slug, id)).review?.rows).toMatchObject([{ count: 12 }])
  expect((await stockFor(amt, school.slug, id)).review).toBeNull()
  await acceptList(principal, school.slug, { preview: id })
  expect(await heldOf()).toEqual([{ count: 12, usable: null }])
  await expect(acceptList(principal, school.slug, { preview: id })).rejects.toThrow(Refusal)
})

test.each([
  ['Klasse;Anzahl\nGibt es nicht;1', 'Zeile 2'],
  ['Klasse;Anzahl\nTablets;viele', 'keine Zahl'],
  ['Klasse;Anzahl\nTablets;1\nTablets;2', 'weiter oben'],
  ['Klasse;Anzahl;Nutzbar\nTablets;1;2', 'Zeile 2'],
  ['Klasse;Stück\nTablets;1', 'Anzahl'],
  ['Klasse;Anzahl\nTablets;=1+1', 'Formel'],
])('a list that says nonsense is refused with its line: %s', async (text, sentence) => {
  await aClass({ name: 'Tablets' })
  await expect(reviewList(principal, school.slug, listOf(text))).rejects.toThrow(sentence)
  expect(await db().selectFrom('inventorySnapshots').selectAll().execute()).toEqual([])
})

test('base equipment needs no reason, there is no field for one, and the database takes none', async () => {
  const [due, more] = [await aClass(), await aClass()]
  await aStandard([{ classId: due.id, basis: 'fixed' }])
  await someFigures(school.id)
  const base = { ...key(), class: due.id, quantity: 3, site: '' }
  await noteBaseNeed(principal, school.slug, base)
  await noteBaseNeed(principal, school.slug, base)
  expect(baseNeedInput.safeParse({ ...base, purpose: 'Weil' }).success).toBe(false)
  const beyond = { ...base, ...key(), class: more.id }
  await expect(noteBaseNeed(principal, school.slug, beyond)).rejects.toMatchObject({
    field: 'class',
  })
  await noteFurtherNeed(principal, school.slug, { ...beyond, purpose: 'Robotik', reports: [] })
  expect((await needsFor(principal, school.slug)).needs).toHaveLength(2)
  for (const given of [
    { tier: 'base', purpose: 'Weil' },
    { tier: 'beyond_base', purpose: '' },
  ])
    await expect(aNeed({ schoolId: school.id, classId: due.id, ...given })).rejects.toThrow(
      'equipment_needs',
    )
})

test('the Amt says what becomes of a need; the school does not, and an old form does nothing', async () => {
  const { id: classId } = await aClass()
  const { id: need, version } = await aNeed({ schoolId: school.id, classId })
  const form = { need, version, state: 'agreed' as const }
  await expect(decideNeed(principal, school.slug, form)).rejects.toThrow(Forbidden)
  await decideNeed(amt, school.slug, form)
  await expect(decideNeed(amt, school.slug, { ...form, state: 'ordered' })).rejects.toThrow(
    'anders',
  )
})

test('a published version stays; the next one is begun once and holds from its day', async () => {
  const { id } = await aClass()
  const form = 'comprehensive' as const
  await expect(beginDraft(principal, { form })).rejects.toThrow(Forbidden)
  await Promise.all([beginDraft(amt, { form }), beginDraft(amt, { form })])
  await expect(publishDraft(amt, { form, validFrom: '2026-08-01', note: '' })).rejects.toThrow(
    Refusal,
  )
  const rule = { form, class: id, basis: 'pupils' as const, amount: 1, per: 5 }
  await setRule(amt, rule)
  await publishDraft(amt, { form, validFrom: '2026-08-01', note: '' })
  await beginDraft(amt, { form })
  await setRule(amt, { ...rule, per: 4 })
  await expect(
    publishDraft(amt, { form, validFrom: '2026-08-01', note: '' }),
  ).rejects.toMatchObject({
    field: 'validFrom',
  })
  await publishDraft(amt, { form, validFrom: '2049-08-01', note: 'Mehr' })
  const shown = async (query: object) =>
    standardPage(new URLSearchParams({ schulform: form, ...query }))
  expect(await shown({})).toMatchObject({ current: 1, rules: [{ per: 5 }] })
  expect(await shown({ fassung: 2 })).toMatchObject({ rules: [{ per: 4 }] })
  await expect(db().deleteFrom('equipmentRules').execute()).rejects.toThrow('published')
  await expect(
    db().updateTable('equipmentStandards').set({ validFrom: '2020-01-01' }).execute(),
  ).rejects.toThrow('published')
})
