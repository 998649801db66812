import { describe, expect, test } from 'vitest'
import type { Opening } from '../opening/contract.ts'
import type { OfferRules, Wish, WishFacts } from './contract.ts'
import { findingsOf, outcomeOf, mapOf } from './rules.ts'

const always = { validFrom: null, validUntil: null }
const OPENING: Opening = {
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, purpose: 'open' as const, from: '08:00', to: '17:00', ...always },
    { weekday, purpose: 'advice' as const, from: '13:00', to: '16:00', ...always },
    ...(weekday === 5
      ? []
      : [{ weekday, purpose: 'handover' as const, from: '13:00', to: '16:00', ...always }]),
  ]),
  closures: [
    { startsOn: '2026-12-21', endsOn: '2027-01-06', reason: 'SMZ geschlossen', effect: 'closed' },
  ],
}
const OFFER: OfferRules = {
  ...{ kind: 'set', class: 'extended', isInLab: true, isLent: true, isDelivered: true },
  ...{ isFetchedInPerson: false, places: null, gradeMin: null, gradeMax: null, minAge: null },
  ...{ minLeadDays: 1, maxAdvanceDays: 180, maxSchoolDays: 14, maxProjectSchoolDays: 60 },
  ...{ maxOpenPerSchool: 2, maxOpenPerPerson: 1, cooldownDays: 14 },
  ...{ holidays: 'not_counted', approval: 'auto' },
}
const LOAN: Wish = {
  ...{ from: '2026-11-30', to: '2026-12-03', span: null, quantity: 1 },
  ...{ participants: null, grade: null, isDelivered: false },
}
const IN_LAB: Wish = { ...LOAN, to: '2026-11-30', span: { from: '10:00', to: '12:00' } }
const FACTS: WishFacts = {
  ...{ today: '2026-11-22', openOfSchool: 0, openOfPerson: 0, lastEnd: null },
  ...{
    hasProject: false,
    isInnovationProject: false,
    missingInstructions: [],
    missingCritical: [],
  },
  ...{ missingMinor: [], unreleased: [], schoolFree: [], replacementCents: null },
}
type Given = { offer?: Partial<OfferRules>; wish?: Partial<Wish>; facts?: Partial<WishFacts> }
const judged = ({ offer = {}, wish = {}, facts = {} }: Given, base = LOAN) =>
  findingsOf({
    ...{ offer: { ...OFFER, ...offer }, wish: { ...base, ...wish } },
    ...{ facts: { ...FACTS, ...facts }, opening: OPENING },
  })
const short = (given: Given, base = LOAN) =>
  judged(given, base).map(({ rule, weight, field }) => [rule, weight, field ?? ''].join(' ').trim())

test('what breaks no rule is booked at once', () => {
  expect(judged({})).toEqual([])
  expect(judged({}, IN_LAB)).toEqual([])
  expect(outcomeOf([], OFFER)).toEqual({ state: 'confirmed', approval: 'auto' })
})

describe.each<[string, Given, Wish, string[]]>([
  ['on a closed day', { wish: { from: '2026-12-21', to: '2026-12-21' } }, IN_LAB, ['1 refuse day']],
  [
    'outside the hours',
    { wish: { span: { from: '16:00', to: '18:00' } } },
    IN_LAB,
    ['1 refuse span'],
  ],
  ['advice outside its hours', { offer: { kind: 'advice' } }, IN_LAB, ['1 refuse span']],
  [
    'end before start',
    { wish: { span: { from: '12:00', to: '10:00' } } },
    IN_LAB,
    ['20 refuse span'],
  ],
  ['a return before the start', { wish: { to: '2026-11-26' } }, LOAN, ['20 refuse to']],
  [
    'nothing goes out on Fridays',
    { wish: { from: '2026-12-04', to: '2026-12-07' } },
    LOAN,
    ['1 refuse day'],
  ],
  ['nothing comes in on Fridays', { wish: { to: '2026-12-04' } }, LOAN, ['1 refuse to']],
  [
    'too long',
    { wish: { to: '2026-12-18' }, offer: { maxSchoolDays: 5 } },
    LOAN,
    ['1 refuse to', '3 refuse to'],
  ],
  [
    'too long, but an Innovationsprojekt',
    {
      wish: { to: '2026-12-17' },
      offer: { maxSchoolDays: 5 },
      facts: { isInnovationProject: true, hasProject: true },
    },
    LOAN,
    [],
  ],
  [
    'over holidays, not allowed',
    { wish: { to: '2027-01-07' }, offer: { holidays: 'not_allowed', maxSchoolDays: 40 } },
    LOAN,
    ['2 refuse to'],
  ],
  [
    'over holidays, after asking',
    { wish: { to: '2027-01-07' }, offer: { holidays: 'with_approval', maxSchoolDays: 40 } },
    LOAN,
    ['2 approve'],
  ],
  ['the school is free', { facts: { schoolFree: ['Brauchtumstag'] } }, LOAN, ['2 warn']],
  ['limit of the school', { facts: { openOfSchool: 2 } }, LOAN, ['13 refuse']],
  ['limit of the person', { facts: { openOfPerson: 1 } }, LOAN, ['13 refuse']],
  [
    'no limit set',
    {
      facts: { openOfSchool: 9, openOfPerson: 9 },
      offer: { maxOpenPerSchool: null, maxOpenPerPerson: null },
    },
    LOAN,
    [],
  ],
  ['had it just now', { facts: { lastEnd: '2026-11-16' } }, LOAN, ['13 refuse day']],
  [
    'had it just now, with a Vorhaben',
    { facts: { lastEnd: '2026-11-16', hasProject: true } },
    LOAN,
    [],
  ],
  ['had it long enough ago', { facts: { lastEnd: '2026-11-15' } }, LOAN, []],
  ['innovation without its project', { offer: { class: 'innovation' } }, LOAN, ['13 refuse']],
  ['a critical part is missing', { facts: { missingCritical: ['Router'] } }, LOAN, ['9 refuse']],
  ['a minor part is missing', { facts: { missingMinor: ['Tasche'] } }, LOAN, ['9 warn']],
  [
    'without the instruction',
    { facts: { missingInstructions: [{ name: 'Lasercutter', next: '2026-12-01' }] } },
    IN_LAB,
    ['10 refuse'],
  ],
  ['an app that may not be used', { facts: { unreleased: ['Brillenwelt'] } }, LOAN, ['11 warn']],
  ['too young', { offer: { minAge: 13 }, wish: { grade: 5 } }, LOAN, ['12 warn']],
  ['old enough', { offer: { minAge: 13 }, wish: { grade: 8 } }, LOAN, []],
  [
    'more people than places',
    { offer: { kind: 'room', places: 20 }, wish: { participants: 21 } },
    IN_LAB,
    ['6 refuse participants'],
  ],
  ['in the past', { wish: { from: '2026-11-19', to: '2026-11-23' } }, LOAN, ['14 refuse day']],
  [
    'too soon',
    { wish: { from: '2026-11-23', to: '2026-11-24' }, offer: { minLeadDays: 3 } },
    LOAN,
    ['14 refuse day'],
  ],
  ['too far ahead', { wish: { from: '2027-11-29', to: '2027-11-30' } }, LOAN, ['14 refuse day']],
  ['only at school', { offer: { isInLab: false } }, IN_LAB, ['1 refuse']],
  ['only in the lab', { offer: { isLent: false } }, LOAN, ['1 refuse']],
  [
    'not delivered',
    { offer: { isDelivered: false }, wish: { isDelivered: true } },
    LOAN,
    ['1 refuse handover'],
  ],
])('%s', (_, given, base, expected) => {
  test('is judged by its rule', () => expect(short(given, base)).toEqual(expected))
  test('is told in a whole sentence', () => {
    for (const { sentence } of judged(given, base)) expect(sentence).toMatch(/^[A-ZÄÖÜ].*[.]$/)
  })
})

test('whoever has to agree does, and a refusal goes before all', () => {
  const asked = judged({
    wish: { to: '2027-01-07' },
    offer: { holidays: 'with_approval', maxSchoolDays: 40 },
  })
  expect(outcomeOf(asked, OFFER)).toEqual({ state: 'requested', approval: 'smz' })
  expect(outcomeOf([], { ...OFFER, approval: 'smz_and_principal' }).state).toBe('requested')
  expect(outcomeOf([...asked, ...judged({ facts: { openOfPerson: 1 } })], OFFER).state).toBe(
    'refused',
  )
})

test.each([
  ['Musterkai 25, 47051 Duisburg, 2. Etage', 'Musterkai 25, 47051 Duisburg'],
  ['Musterkai 25\n47051 Duisburg', 'Musterkai 25 47051 Duisburg'],
  ['Musterkai & Söhne', 'Musterkai & Söhne'],
])('the map of %s is looked for by street and town', (address, query) => {
  const url = new URL(mapOf(address) ?? '')
  expect([url.host, url.searchParams.get('query')]).toEqual(['www.openstreetmap.org', query])
  expect(mapOf(' ')).toBe(null)
})
