import { parseWithZod } from '@conform-to/zod/v4'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import '#server/platform/german-errors.ts'
import { answerInput, openPollInput } from '../polls/inputs.ts'
import { attendanceInput, changeInput, planInput } from './inputs.ts'

type Fields = Record<string, string | string[]>

function formOf(fields: Fields): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) form.append(name, one)
  return form
}

const KEY = 'b6d2a3f0-5a3e-4c8e-9a55-3f8f3b8f1a11'
const GOOD = {
  ...{ clientKey: KEY, title: 'Auswertung', day: '2027-01-12', from: '14:30', to: '16:00' },
  ...{ mode: 'presence', place: 'Raum 3', link: '' },
}
const faults = (fields: Fields) => {
  const submission = parseWithZod(formOf(fields), { schema: planInput })
  return submission.status === 'success' ? [] : Object.keys(submission.error ?? {})
}

describe('the form of a meeting', () => {
  test('is read with its numbered lines', () => {
    const form = formOf({
      ...GOOD,
      item2Title: 'Entwurf',
      item2Minutes: '43',
      item2Protocol: 'tuning',
    })
    const submission = parseWithZod(form, { schema: planInput })
    const value = submission.status === 'success' ? submission.value : undefined
    expect(value?.agenda[1]).toEqual({ title: 'Entwurf', minutes: 43, protocol: 'tuning' })
    expect(value?.agenda[0]).toEqual({ title: '', minutes: undefined, protocol: undefined })
    expect(value?.duties.host).toBeUndefined()
  })

  test.each([
    ['link', 'http://video.example/x'],
    ['link', 'javascript:alert(1)'],
    ['link', 'https://meike:geheim@video.example'],
    ['link', 'https://video.example/\nx y'],
    ['day', '2026-02-30'],
    ['day', '0001-01-01'],
    ['day', '+010000-01-01'],
    ['from', '24:00'],
    ['to', '9:00'],
    ['mode', 'telepathy'],
    ['host', 'me'],
    ['item1Minutes', '0'],
    ['item1Minutes', '1e9'],
    ['item1Minutes', '4.5'],
    ['item1Protocol', '__proto__'],
    ['title', '\u202e \u0000'],
    ['clientKey', 'x'],
    ['isAdmin', 'true'],
  ])('refuses in %s %j', (field, value) => {
    const found = faults({ ...GOOD, [field]: value })
    expect(found).toEqual([field === 'isAdmin' ? '' : field])
  })

  test('whatever is sent, it is refused in words or read', () => {
    const names = fc.constantFrom(...Object.keys(GOOD), 'item1Title', 'item10Minutes', 'host')
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'binary' })), (typed) => {
        for (const schema of [planInput, changeInput, openPollInput, answerInput])
          expect(() => parseWithZod(formOf({ ...GOOD, ...typed }), { schema })).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})

test('attendance is read from no, one and several boxes', () => {
  const read = (fields: Fields) => {
    const submission = parseWithZod(formOf(fields), { schema: attendanceInput })
    return submission.status === 'success' ? submission.value.person : undefined
  }
  const other = 'b6d2a3f0-5a3e-4c8e-9a55-3f8f3b8f1a12'
  expect(read({})).toEqual([])
  expect(read({ person: KEY })).toEqual([KEY])
  expect(read({ person: [KEY, other, KEY] })).toEqual([KEY, other])
  expect(read({ person: 'x' })).toBeUndefined()
})

test('a poll is read with its numbered lines', () => {
  const form = formOf({ clientKey: KEY, title: 'Wann', slot2Day: '2027-01-12', slot2From: '14:30' })
  const submission = parseWithZod(form, { schema: openPollInput })
  const value = submission.status === 'success' ? submission.value : undefined
  expect(value?.slots[1]).toEqual({ at: 2, day: '2027-01-12', from: '14:30', to: undefined })
  expect(value?.slots).toHaveLength(12)
})
