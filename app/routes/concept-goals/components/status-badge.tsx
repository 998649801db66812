import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { GoalLine, GoalStatus, Mood } from '#server/concepts/goals/contract.ts'
import { goalStatusNames, moodNames } from '#server/concepts/goals/words.ts'

const TONES: Record<GoalStatus, Tone> = {
  idea: 'offen',
  planned: 'offen',
  active: 'aktion',
  achieved: 'ok',
  partly_achieved: 'ok',
  dropped: 'stopp',
  deferred: 'achtung',
}
const MOODS: Record<Mood, Tone> = { on_track: 'ok', stuck: 'achtung', changed: 'aktion' }

export function StatusBadge({ status }: { status: GoalStatus }) {
  return <Badge tone={TONES[status]}>{goalStatusNames[status]}</Badge>
}

export function MoodBadge({ mood }: { mood: Mood }) {
  return <Badge tone={MOODS[mood]}>{moodNames[mood]}</Badge>
}

/** When it is due, in words; what is late stands out. */
export function DueBadge({ due }: { due: GoalLine['due'] | { text: string; isLate: boolean } }) {
  if (!due) return null
  const isNear = 'isNear' in due && due.isNear
  return <Badge tone={due.isLate ? 'stopp' : isNear ? 'achtung' : 'offen'}>{due.text}</Badge>
}
