import { plural } from '#app/ui/format.ts'

/** What is known about the words on the screen; everything the chip says follows from it. */
export type SavingFacts = {
  /** Was the text of the server here at all? */
  hasSynced: boolean
  /** The line is open and both sides have told each other what they had. */
  isOnLine: boolean
  /** Changes made here that the server has not acknowledged as kept. */
  pending: number
  /** The oldest of them waits longer than a line that works needs. */
  isLate: boolean
  /** This device keeps them, so that they outlive the page. */
  isKeptHere: boolean
  /** The right to write has ended. */
  hasEnded: boolean
  /** Why the server takes or shows no more: the text is none of ours, or too long. */
  problem: 'invalid' | 'full' | null
}

export type Saving = {
  kind: 'connecting' | 'saved' | 'saving' | 'interrupted' | 'unsaved' | 'closed'
  text: string
}

/** What the chip says (ux.md, section 6). "Gespeichert" only when the server has said so of every single change. */
export function saveState(facts: SavingFacts): Saving {
  const { pending, hasEnded, hasSynced, isOnLine, isLate, problem } = facts
  if (pending > 0) {
    const mayStillArrive = isOnLine && !isLate && !hasEnded && problem !== 'full'
    if (mayStillArrive) return { kind: 'saving', text: 'Wird gespeichert …' }
    return { kind: 'unsaved', text: `Nicht gespeichert – ${whereTheyAre(facts)}` }
  }
  if (hasEnded) return { kind: 'closed', text: 'Beendet (nichts offen)' }
  if (!hasSynced) return { kind: 'connecting', text: 'Verbindung wird aufgebaut …' }
  if (!isOnLine) return { kind: 'interrupted', text: 'Verbindung unterbrochen (nichts offen)' }
  return { kind: 'saved', text: 'Gespeichert' }
}

function whereTheyAre({ pending, isKeptHere }: SavingFacts): string {
  const changes = plural(pending, 'Änderung', 'Änderungen')
  return isKeptHere ? `${changes} nur auf diesem Gerät` : `${changes} nur in diesem Fenster`
}
