import { summaryOf } from '#server/rich-text/comparison/words.ts'
import type { Counts } from '#server/rich-text/comparison/contract.ts'
import { goalStatusNames } from '../../goals/words.ts'
import { DRAFT, type StateMark } from '../contract.ts'
import type { ComparedChapter } from './contract.ts'

export const goalStatusName = (status: string) =>
  goalStatusNames[status as keyof typeof goalStatusNames] ?? status

export const stateName = (mark: StateMark) => (mark === DRAFT ? 'Entwurf' : `Version ${mark}`)

/** "neu", "entfernt", "3 Änderungen"; '' where nothing changed. */
export function changesIn({ change, counts }: ComparedChapter): string {
  if (change === 'added') return 'neu'
  if (change === 'removed') return 'entfernt'
  if (change === 'same') return ''
  const all = counts.changed + counts.added + counts.removed + counts.moved
  if (all === 0) return 'umbenannt'
  return all === 1 ? '1 Änderung' : `${all} Änderungen`
}

export const summary = (counts: Counts) => `${summaryOf(counts)}.`
