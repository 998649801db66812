import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import {
  halfKey,
  LIMITS,
  TRAINING_FORMATS,
  TRAINING_STATUSES,
} from '#server/concepts/goals/trainings/contract.ts'
import { formatNames, trainingStatusNames } from '#server/concepts/goals/trainings/words.ts'
import { halfName } from '#server/concepts/goals/words.ts'

type Half = { schoolYear: string; half: 1 | 2 }
type View = { goals: { id: string; title: string }[]; halves: Half[] }
type Given = {
  topic: string
  forWhom: string
  count: number | null
  format: string
  status: string
  dueSchoolYear: string | null
  dueHalf: number | null
  goal: { id: string } | null
}

/** What colleagues want to learn, for whom, how and when. */
export function TrainingFields({ view, given }: { view: View; given: Given | null }) {
  const { due, halves } = halvesOf(view, given)
  return (
    <>
      <TextField
        name="topic"
        label="Worum geht es?"
        maxLength={LIMITS.topic.max}
        required
        defaultValue={given?.topic}
      />
      <TextField
        name="forWhom"
        label="Für wen?"
        optional
        maxLength={LIMITS.forWhom.max}
        defaultValue={given?.forWhom}
      />
      <TextField
        name="count"
        type="number"
        min={1}
        max={LIMITS.count}
        label="Wie viele Personen?"
        optional
        defaultValue={given?.count}
      />
      <SelectField
        name="format"
        label="Wie?"
        choices={choicesOf(TRAINING_FORMATS, formatNames)}
        defaultValue={given?.format}
      />
      <SelectField
        name="due"
        label="Wann?"
        optional
        empty="Noch offen"
        choices={halves.map((half) => ({ value: halfKey(half), label: halfName(half) }))}
        defaultValue={due ? halfKey(due) : ''}
      />
      <PlaceFields view={view} given={given} />
    </>
  )
}

function PlaceFields({ view, given }: { view: View; given: Given | null }) {
  return (
    <>
      <SelectField
        name="goalId"
        label="Zu welchem Ziel?"
        optional
        empty="Keinem"
        choices={view.goals.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={given?.goal?.id}
      />
      <SelectField
        name="status"
        label="Stand"
        choices={choicesOf(TRAINING_STATUSES, trainingStatusNames)}
        defaultValue={given?.status}
      />
    </>
  )
}

/** The halves to choose from; the one that was chosen stays in the list when it is over. */
function halvesOf(view: View, given: Given | null) {
  const due =
    given?.dueSchoolYear && given.dueHalf
      ? { schoolYear: given.dueSchoolYear, half: given.dueHalf as 1 | 2 }
      : null
  const isListed = due === null || view.halves.some((half) => halfKey(half) === halfKey(due))
  return { due, halves: isListed ? view.halves : [due, ...view.halves] }
}
