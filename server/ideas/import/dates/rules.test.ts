import { expect, test } from 'vitest'
import { periodFrom } from './rules.ts'

const shown = (text: string) => {
  const period = periodFrom(text)
  return period && [period.startsAt.toISOString(), period.endsAt.toISOString()]
}

test.each([
  ['12.01.2027 15:00-16:30', ['2027-01-12T14:00:00.000Z', '2027-01-12T15:30:00.000Z']],
  ['1.7.2027, 9:00 Uhr', ['2027-07-01T07:00:00.000Z', '2027-07-01T08:30:00.000Z']],
  ['2027-01-12 15:00', ['2027-01-12T14:00:00.000Z', '2027-01-12T15:30:00.000Z']],
  ['2027-01-12T15:00 bis 15:05', ['2027-01-12T14:00:00.000Z', '2027-01-12T14:05:00.000Z']],
  ['12.01.2027', null],
])('%s', (text, period) => {
  expect(shown(text)).toEqual(period)
})

test.each([
  '31.02.2027 15:00',
  '31.02.2027',
  '12.01.2027 25:00',
  '12.01.2027 15:00-14:00',
  'bald',
  '',
])('"%s" is no date', (text) => {
  expect(periodFrom(text)).toBeUndefined()
})
