import { describe, expect, test } from 'vitest'
import type { Use, UseRelease } from '../products/contract.ts'
import { type Scope, STANDINGS, type StandingName } from '../standing/contract.ts'
import type { Difference, Question } from './contract.ts'
import { answerTo, asQuery, isAsked, questionIn } from './rules.ts'

const EVERYWHERE: Scope = { schoolForms: [], gradeMin: null, gradeMax: null }
const asked: Question = { grade: 6, device: 'school_shared_at_school', account: null }
const product = { name: 'Buchwerk', hasOpenCase: false, form: 'comprehensive', hasSchool: true }
const condition = { id: 'a', kind: 'pseudonym_only', text: 'Pseudonym', isMandatory: true } as const

const released: UseRelease = {
  ...{ number: 1, kind: 'general', mode: 'on_opinion', deviates: false, deviationReason: '' },
  ...{ decidedAt: '2026-09-01T08:00:00Z', decidedName: 'B. K.', scope: EVERYWHERE },
  ...{ conditions: [condition], isForSome: false, schools: [] },
}
const RELEASED: StandingName[] = [
  ...(['approved', 'approved_no_data', 'approved_with_conditions', 'pilot', 'expired'] as const),
]

function aUse(standing: StandingName, given: Partial<Use> = {}): Use {
  const hasRelease = RELEASED.includes(standing)
  return {
    ...{ id: standing, label: standing, variant: 'Ausgabe', standing, minAge: null },
    ...{ device: 'school_shared_at_school', account: 'pseudonym', users: [], content: [] },
    ...{ scope: EVERYWHERE, opinion: null, endReason: '', isForForm: true, isElsewhere: false },
    until: hasRelease ? '2026-10-31' : null,
    release: hasRelease ? released : null,
    ...given,
  }
}

const LEADS: Record<StandingName, string> = {
  approved: 'Ja.',
  approved_no_data: 'Ja.',
  approved_with_conditions: 'Ja, wenn Sie die Auflagen einhalten.',
  pilot: 'Nur im Vorhaben, das es erprobt.',
  in_review: 'Das wird gerade geprüft.',
  not_reviewed: 'Das ist noch nicht geprüft.',
  expired: 'Die Freigabe ist abgelaufen.',
  not_approved: 'Nein.',
}

const IN_SCOPE: [string, Scope][] = [
  ['everything', EVERYWHERE],
  ['the year', { ...EVERYWHERE, gradeMin: 5, gradeMax: 6 }],
  ['from a year', { ...EVERYWHERE, gradeMin: 6 }],
  ['the form', { ...EVERYWHERE, schoolForms: ['comprehensive'] }],
]
const OUT_OF_SCOPE: [Difference, Partial<Use>][] = [
  ['grade', { scope: { ...EVERYWHERE, gradeMin: 7 } }],
  ['grade', { scope: { ...EVERYWHERE, gradeMax: 5 } }],
  ['form', { scope: { ...EVERYWHERE, schoolForms: ['primary'] } }],
  ['device', { device: 'byod' }],
]

describe.each(STANDINGS)('a use that is %s', (standing) => {
  test.each(IN_SCOPE)('answers within %s', (_, scope) => {
    const answer = answerTo(asked, [aUse(standing, { scope })], product)
    expect(answer).toMatchObject({ lead: LEADS[standing], standing, matches: true })
    expect(answer.sentence).toContain('Buchwerk')
    expect(answer.sentence).toContain('in Klasse 6 auf Schul-iPads in der Schule')
    expect(answer.sentence).toMatch(/\.$/)
    const hasConditions = RELEASED.includes(standing) && standing !== 'expired'
    expect(answer.conditions).toEqual(hasConditions ? [condition] : [])
    if (RELEASED.includes(standing)) expect(answer.sentence).toContain('31.10.2026')
    if (standing === 'not_reviewed') expect(answer.sentence).toContain('nicht verboten')
  })

  test.each(OUT_OF_SCOPE)(
    'says nothing where the %s differs, but names what is decided',
    (differs, given) => {
      const answer = answerTo(asked, [aUse(standing, given)], product)
      const isSaid = standing !== 'not_reviewed' && standing !== 'in_review'
      expect(answer).toMatchObject({ matches: false, standing: 'not_reviewed', conditions: [] })
      expect(answer.lead).toBe(isSaid ? 'Dafür ist nichts entschieden.' : LEADS.not_reviewed)
      expect(answer.others.map((one) => one.differs)).toEqual(isSaid ? [[differs]] : [])
    },
  )
})

test.each(RELEASED)(
  'the scope of a release that makes it %s counts like that of the use',
  (standing) => {
    const narrow = { ...released, scope: { ...EVERYWHERE, schoolForms: ['primary'] } }
    const answer = answerTo(asked, [aUse(standing, { release: narrow })], product)
    expect(answer).toMatchObject({ matches: false })
    expect(answer.others[0]?.differs).toEqual(['form'])
    // Whoever teaches nowhere in particular asks for all forms.
    expect(
      answerTo(asked, [aUse(standing, { release: narrow })], { ...product, form: null }),
    ).toMatchObject({ matches: true, standing })
  },
)

test('of several that fit the one that helps most answers, and the others are named', () => {
  const uses = [aUse('not_approved', { account: 'email' }), aUse('approved'), aUse('in_review')]
  const answer = answerTo(asked, uses, product)
  expect(answer).toMatchObject({ standing: 'approved' })
  expect(answer.others.map(({ use }) => use.id)).toEqual(['not_approved'])
  const withEmail = answerTo({ ...asked, account: 'email' }, uses, product)
  expect(withEmail).toMatchObject({ standing: 'not_approved', lead: 'Nein.' })
})

test('without any use the case decides what is said', () => {
  expect(answerTo(asked, [], product)).toMatchObject({ standing: 'not_reviewed', matches: false })
  const reviewed = answerTo(asked, [], { ...product, hasOpenCase: true })
  expect(reviewed).toMatchObject({ standing: 'in_review', lead: 'Das wird gerade geprüft.' })
})

test('an expired one says what the officer said about going on', () => {
  const opinion = { graceText: 'Bis zum Halbjahr darf sie bleiben.' } as Use['opinion']
  expect(answerTo(asked, [aUse('expired', { opinion })], product).sentence).toContain(
    'ist am 31.10.2026 abgelaufen. Bis zum Halbjahr',
  )
})

test.each([
  ['', { grade: null, device: null, account: null }, false],
  ['jahrgang=6&geraet=byod&konto=none', { grade: 6, device: 'byod', account: 'none' }, true],
  ['jahrgang=14&geraet=__proto__&konto=%00', { grade: null, device: null, account: null }, true],
  ['jahrgang=6.5', { grade: null, device: null, account: null }, true],
] as [string, Question, boolean][])('an address is read: %s', (query, question, isOne) => {
  const given = new URLSearchParams(query)
  expect(questionIn(given)).toEqual(question)
  expect(isAsked(given)).toBe(isOne)
  expect(questionIn(new URLSearchParams(asQuery(question)))).toEqual(question)
})
