import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wordsOf } from './feed/rules.ts'
import { moved, begun } from './live/rules.ts'
import { RUN_ACTS } from './live/contract.ts'
import {
  clockFace,
  elapsedAt,
  PROTOCOLS,
  protocolMinutes,
  type Run,
  runAsWord,
  runFromWord,
  secondsLeft,
} from './protocols/contract.ts'
import { agendaOf, periodOf, sessionNumber, suggestDuties } from './rules.ts'
import { agendaWords, lengthWords } from './words.ts'

const at = (iso: string) => new Date(iso)

describe('the time of a meeting', () => {
  test.each([
    ['winter', '2026-11-27', '2026-11-27T13:30:00.000Z', '2026-11-27T15:00:00.000Z'],
    ['summer', '2026-06-12', '2026-06-12T12:30:00.000Z', '2026-06-12T14:00:00.000Z'],
    [
      'the day summer time begins',
      '2027-03-28',
      '2027-03-28T12:30:00.000Z',
      '2027-03-28T14:00:00.000Z',
    ],
  ])('in %s is that of Duisburg', (_name, day, from, to) => {
    const period = periodOf({ day, from: '14:30', to: '16:00' })
    expect([period?.startsAt.toISOString(), period?.endsAt.toISOString()]).toEqual([from, to])
  })

  test('has an end after its beginning', () => {
    expect(periodOf({ day: '2026-11-27', from: '16:00', to: '16:00' })).toBeUndefined()
    expect(periodOf({ day: '2026-11-27', from: '16:00', to: '14:00' })).toBeUndefined()
  })

  test.each(['0', '-1', '1.5', 'x', '1e3', '9999999999', '', '01'])('%j is no number', (typed) => {
    expect(sessionNumber(typed)).toBeUndefined()
  })
})

describe('the agenda', () => {
  test('has the filled lines, and the minutes of a protocol where none are given', () => {
    const line = { title: '', minutes: undefined, protocol: undefined }
    const lines = [
      { ...line, title: 'Ankommen', minutes: 10 },
      line,
      { ...line, title: 'Entwurf', protocol: 'tuning' },
    ]
    expect(agendaOf(lines, (key) => protocolMinutes(key ?? ''))).toEqual([
      { title: 'Ankommen', minutes: 10, protocol: null },
      { title: 'Entwurf', minutes: 43, protocol: 'tuning' },
    ])
  })

  test('says whether it fits', () => {
    expect(agendaWords(90, 90)).toContain('genau')
    expect(agendaWords(60, 90)).toContain('30 Minuten sind frei')
    expect(agendaWords(121, 120)).toContain('1 Minute zu lang')
    expect(lengthWords(120)).toBe('2 Stunden')
    expect(lengthWords(151)).toBe('2 Stunden 31 Minuten')
  })
})

describe('duties rotate', () => {
  const people = ['a', 'b', 'c', 'd', 'e'].map((personId, i) => ({
    personId,
    since: at(`2026-0${i + 1}-01T08:00:00Z`),
  }))

  test('to who has not had them, then to whose turn is longest ago', () => {
    const turns = [
      { duty: 'host' as const, personId: 'a', lastAt: at('2026-10-01T08:00:00Z') },
      { duty: 'host' as const, personId: 'b', lastAt: at('2026-09-01T08:00:00Z') },
    ]
    expect(suggestDuties(people, turns).host).toBe('c')
    const all = people.map(({ personId }, i) => ({
      ...{ duty: 'host' as const, personId },
      lastAt: at(`2026-10-0${i + 1}T08:00:00Z`),
    }))
    expect(suggestDuties(people, all).host).toBe('a')
  })

  test('one person gets one while there are others', () => {
    expect(new Set(Object.values(suggestDuties(people, []))).size).toBe(4)
    expect(Object.values(suggestDuties(people.slice(0, 1), []))).toEqual(['a', 'a', 'a', 'a'])
    expect(suggestDuties([], []).host).toBeNull()
  })

  test('after as many meetings as there are people, everybody has had each duty', () => {
    const turns: Parameters<typeof suggestDuties>[1] = []
    const had = new Set<string>()
    for (let meeting = 0; meeting < people.length; meeting++) {
      const { host } = suggestDuties(people, turns)
      turns.push({ duty: 'host', personId: host ?? '', lastAt: new Date(2026, 9, meeting + 1) })
      had.add(host ?? '')
    }
    expect(had.size).toBe(people.length)
  })
})

describe('a protocol under way', () => {
  const noon = at('2026-11-27T11:00:00Z')

  test.each(PROTOCOLS)('$name has steps that say who speaks', ({ key, steps }) => {
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.every(({ minutes, text }) => minutes > 0 && text.length > 20)).toBe(true)
    expect(key).toMatch(/^[a-z_]{1,40}$/)
  })

  test('whatever is pressed, all clocks agree, no step is left, and no time is lost or made', () => {
    const acts = fc.array(
      fc.record({ act: fc.constantFrom(...RUN_ACTS), after: fc.integer({ min: 0, max: 90_000 }) }),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(fc.constantFrom(...PROTOCOLS), acts, ({ key, steps }, all) => {
        let run: Run = begun(key, undefined, noon)
        let clock = noon.getTime()
        for (const { act, after } of all) {
          const before = elapsedAt(run, clock)
          const standing = run.runningSince === null
          clock += after
          expect(elapsedAt(run, clock)).toBe(standing ? before : before + after)
          const next = moved(run, act, new Date(clock))
          if (!next) continue
          expect(next.version).toBe(run.version + 1)
          expect(next.step).toBeGreaterThanOrEqual(0)
          expect(next.step).toBeLessThan(steps.length)
          if (next.step === run.step) expect(elapsedAt(next, clock)).toBe(elapsedAt(run, clock))
          else expect(elapsedAt(next, clock)).toBe(0)
          // What all hear is what is stored.
          expect(runFromWord(runAsWord(next))).toEqual(next)
          run = next
        }
      }),
    )
  })

  test('that is over stays where it is', () => {
    const over = moved(begun('tuning', undefined, noon), 'end', noon) as Run
    for (const act of RUN_ACTS) expect(moved(over, act, noon)).toBeUndefined()
    expect(begun('tuning', over, noon).version).toBe(over.version + 1)
  })

  test('shows what is left, and how much too long', () => {
    const run = begun('tuning', undefined, noon)
    expect(clockFace(secondsLeft(run, noon.getTime() + 1_000))).toBe('9:59')
    expect(clockFace(secondsLeft(run, noon.getTime() + 630_000))).toBe('-0:30')
    expect(runFromWord('session-changed')).toBeUndefined()
    expect(runFromWord('run unknown 1 - 0 1 0')).toBeUndefined()
  })
})

describe('calendar files', () => {
  test.each([
    ['supervision', 'open'],
    ['principals_circle', 'closed'],
    ['plg', 'closed'],
  ] as const)('of a %s that is %s only the time leaves the house', (kind, joining) => {
    const meeting = { title: 'Fall M.', place: 'Raum 3', link: 'https://x.example', plg: 'Runde' }
    expect(wordsOf({ ...meeting, kind, joining })).toEqual({
      summary: 'Termin (Lernen 25)',
      location: '',
      description: '',
    })
  })
})
