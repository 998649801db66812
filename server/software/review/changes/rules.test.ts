import { expect, test } from 'vitest'
import { comparedFacts } from './rules.ts'

const use = (given: object = {}) => ({
  ...{ variantId: 'a', hostingCountry: 'Irland', account: 'pseudonym' as const, subprocessors: 2 },
  ...given,
})
const contract = { kind: 'avv', versionLabel: '2024' }
const today = { uses: [use(), use()], documents: [contract] }
const factsOf = (
  fields: { field: string; before: string; after: string }[],
  documents: object[] = [],
) => comparedFacts({ fields, documents: documents as never }, today)
const changedIn = (facts: ReturnType<typeof factsOf>) =>
  facts.filter(({ isChanged }) => isChanged).map(({ name, before, after }) => [name, before, after])

test('four facts stand there also when nothing has changed', () => {
  expect(factsOf([])).toEqual(
    [
      ['Serverstandort', 'Irland'],
      ['Konto für Lernende', 'Mit Pseudonym'],
      ['AV-Vertrag', '2024'],
      ['Unterauftragnehmer', '2'],
    ].map(([name, value]) => ({ name, before: value, after: value, isChanged: false })),
  )
})

test('who came and who went is counted back to the last review', () => {
  const facts = factsOf([
    { field: 'Unterauftragnehmer', before: '', after: 'Wolkenlager, USA' },
    { field: 'Unterauftragnehmer', before: '', after: 'Zählwerk' },
    { field: 'Unterauftragnehmer', before: 'Altpapier', after: '' },
  ])
  expect(changedIn(facts)).toEqual([
    ['Unterauftragnehmer', '1', '2, neu: Wolkenlager, USA; Zählwerk, nicht mehr: Altpapier'],
  ])
  expect(facts).toHaveLength(4)
})

test('values are read as words, whoever wrote the change down, and a document is told once', () => {
  const facts = factsOf(
    [
      { field: 'Kosten', before: 'free', after: 'subscription' },
      { field: 'offlineUse', before: 'unknown', after: 'no' },
      { field: 'Wofür', before: 'quiz', after: 'quiz, ai_chat' },
      { field: 'Siegel', before: '', after: 'educheck: erteilt' },
      { field: 'Ausgabe', before: 'Schule, Irland', after: 'Schule, Irland und USA' },
      { field: 'Unterlage', before: 'avv, 2022', after: '' },
      { field: 'Unterlage', before: '', after: 'avv, 2024' },
      { field: 'Beschreibung', before: 'Alt', after: 'Neu' },
    ],
    [{ kind: 'avv', before: '2022', after: '2024' }],
  )
  expect(changedIn(facts)).toEqual([
    ['Serverstandort', 'Schule, Irland', 'Schule, Irland und USA'],
    ['AV-Vertrag', '2022', '2024'],
    ['Kosten', 'Kostenlos', 'Abonnement'],
    ['Ohne Internet', 'Nicht bekannt', 'Nur mit Internet'],
    ['Wofür', 'Quiz', 'Quiz, KI-Chat'],
    ['Siegel', '', 'eduCheck digital: erteilt'],
    ['Beschreibung', 'Alt', 'Neu'],
  ])
})

test('a contract that is there for the first time, and one that is gone', () => {
  const added = { field: 'Unterlage', before: '', after: 'avv, 2024' }
  expect(changedIn(factsOf([added]))).toEqual([['AV-Vertrag', 'lag nicht vor', '2024']])
  const gone = comparedFacts(
    { fields: [{ field: 'Unterlage', before: 'avv', after: '' }], documents: [] },
    { ...today, documents: [] },
  )
  expect(changedIn(gone)).toEqual([['AV-Vertrag', 'lag vor', 'liegt nicht vor']])
})
