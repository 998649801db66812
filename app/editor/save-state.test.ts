import { expect, test } from 'vitest'
import { saveState, type SavingFacts } from './save-state.ts'

const fine: SavingFacts = {
  hasSynced: true,
  isOnLine: true,
  pending: 0,
  isLate: false,
  isKeptHere: true,
  hasEnded: false,
  problem: null,
}

test.each<[Partial<SavingFacts>, string]>([
  [{}, 'Gespeichert'],
  [{ pending: 1 }, 'Wird gespeichert …'],
  [{ pending: 1, isLate: true }, 'Nicht gespeichert – 1 Änderung nur auf diesem Gerät'],
  [{ pending: 12, isOnLine: false }, 'Nicht gespeichert – 12 Änderungen nur auf diesem Gerät'],
  [
    { pending: 12, isOnLine: false, isKeptHere: false },
    'Nicht gespeichert – 12 Änderungen nur in diesem Fenster',
  ],
  [{ isOnLine: false }, 'Verbindung unterbrochen (nichts offen)'],
  [{ isOnLine: false, hasSynced: false }, 'Verbindung wird aufgebaut …'],
  [{ hasSynced: false }, 'Verbindung wird aufgebaut …'],
  [
    { hasSynced: false, isOnLine: false, pending: 3 },
    'Nicht gespeichert – 3 Änderungen nur auf diesem Gerät',
  ],
  [{ hasEnded: true }, 'Beendet (nichts offen)'],
  [{ hasEnded: true, pending: 2 }, 'Nicht gespeichert – 2 Änderungen nur auf diesem Gerät'],
  [{ problem: 'full', pending: 2 }, 'Nicht gespeichert – 2 Änderungen nur auf diesem Gerät'],
  [{ problem: 'full' }, 'Gespeichert'],
  [{ problem: 'invalid', pending: 2 }, 'Wird gespeichert …'],
])('%j: %s', (facts, text) => {
  expect(saveState({ ...fine, ...facts }).text).toBe(text)
})

test('never "Gespeichert" while anything is open, whatever else is known', () => {
  const both = [true, false]
  for (const hasSynced of both)
    for (const isOnLine of both)
      for (const isLate of both)
        for (const isKeptHere of both)
          for (const hasEnded of both)
            for (const problem of ['invalid', 'full', null] as const) {
              const facts = { hasSynced, isOnLine, isLate, isKeptHere, hasEnded, problem }
              expect(saveState({ ...facts, pending: 1 }).kind).toMatch(/^(saving|unsaved)$/)
              if (!isOnLine || !hasSynced)
                expect(saveState({ ...facts, pending: 0 }).kind).not.toBe('saved')
            }
})
