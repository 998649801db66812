import { CheckField, CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { GOAL_VISIBILITIES, GRADES, LIMITS, type Person } from '#server/concepts/goals/contract.ts'
import {
  dayName,
  goalVisibilityHints,
  goalVisibilityNames,
  halfName,
} from '#server/concepts/goals/words.ts'
import { gradeName } from '#server/concepts/matrix/grades/contract.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { COMPETENCY_AREAS } from '#server/projects/competencies/contract.ts'

type Choices = {
  staff: Person[]
  parents: { id: string; title: string }[]
  networkGoals: { id: string; kind: string; title: string }[]
  ends: { half: { schoolYear: string; half: 1 | 2 }; dueOn: string }[]
}
type Given = {
  title?: string
  why?: string
  dimension?: string | null
  competencies?: string[]
  subjects?: string[]
  gradeLevels?: string[]
  wholeSchool?: boolean
  successSign?: string
  dueOn: string
  owners: string[]
  parentId?: string | null
  networkGoalId?: string | null
  visibility?: string
}

/** Everything one says about a goal; the first four fields are enough. */
export function GoalFields({ given, ...choices }: Choices & { given: Given }) {
  const ends = choices.ends.map(({ half, dueOn }) => `${halfName(half)}: ${dayName(dueOn)}`)
  return (
    <>
      <TextField
        name="title"
        label="Ziel in einem Satz"
        hint="Zum Beispiel: Bis zum Halbjahr dreht jede 6. Klasse ein Erklärvideo."
        maxLength={LIMITS.title.max}
        counter
        required
        defaultValue={given.title}
      />
      <TextField
        name="dueOn"
        type="date"
        label="Bis wann"
        hint={`Ende ${ends.join(', Ende ')}. Kleine Schritte gelingen eher als große.`}
        required
        defaultValue={given.dueOn}
      />
      <TextArea
        name="successSign"
        label="Woran merken wir, dass es gelungen ist?"
        optional
        rows={2}
        maxLength={LIMITS.successSign.max}
        defaultValue={given.successSign}
      />
      <Fold title="Wer ist zuständig?" isOpen={given.owners.length > 0}>
        <CheckGroup
          name="owners"
          label="Zuständig"
          optional
          columns
          choices={choices.staff.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={given.owners}
        />
      </Fold>
      <AboutFields given={given} />
      <LinkFields given={given} {...choices} />
    </>
  )
}

function AboutFields({ given }: { given: Given }) {
  const isOpen =
    [given.subjects, given.gradeLevels, given.competencies].some((all = []) => all.length > 0) ||
    given.wholeSchool === true
  return (
    <>
      <Fold title="Warum und worum es geht" isOpen={Boolean(given.why ?? given.dimension)}>
        <div className="grid gap-5">
          <TextArea
            name="why"
            label="Warum dieses Ziel?"
            optional
            rows={3}
            maxLength={LIMITS.why.max}
            defaultValue={given.why}
          />
          <SelectField
            name="dimension"
            label="Bereich der Schulentwicklung"
            optional
            empty="Keiner"
            choices={choicesOf(DIMENSIONS, dimensionNames)}
            defaultValue={given.dimension}
          />
        </div>
      </Fold>
      <Fold title="Fächer, Jahrgänge und Kompetenzen" isOpen={isOpen}>
        <div className="grid gap-5">
          <CheckField
            name="wholeSchool"
            label="Die ganze Schule"
            defaultChecked={given.wholeSchool ?? false}
          />
          <CheckGroup
            name="gradeLevels"
            label="Jahrgänge"
            optional
            columns
            choices={GRADES.map((grade) => ({ value: grade, label: gradeName(grade) }))}
            defaultValue={given.gradeLevels}
          />
          <CheckGroup
            name="subjects"
            label="Fächer"
            optional
            columns
            choices={choicesOf(SUBJECTS, subjectNames)}
            defaultValue={given.subjects}
          />
          <CheckGroup
            name="competencies"
            label="Medienkompetenzrahmen NRW"
            optional
            choices={COMPETENCY_AREAS.flatMap(({ competencies }) =>
              competencies.map(([number, name]) => ({ value: number, label: `${number} ${name}` })),
            )}
            defaultValue={given.competencies}
          />
        </div>
      </Fold>
    </>
  )
}

function LinkFields({ given, parents, networkGoals }: Choices & { given: Given }) {
  return (
    <Fold
      title="Größeres Ziel, Netzwerkziel und wer es liest"
      isOpen={Boolean(given.parentId ?? given.networkGoalId)}
    >
      <div className="grid gap-5">
        <SelectField
          name="parentId"
          label="Kleiner Schritt zu diesem Ziel"
          optional
          empty="Keines"
          choices={parents.map(({ id, title }) => ({ value: id, label: title }))}
          defaultValue={given.parentId}
        />
        {networkGoals.length > 0 && (
          <SelectField
            name="networkGoalId"
            label="Netzwerkziel"
            optional
            empty="Keines"
            choices={networkGoals.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={given.networkGoalId}
          />
        )}
        <RadioRows
          name="visibility"
          label="Wer liest es?"
          choices={GOAL_VISIBILITIES.map((value) => ({
            ...{ value, label: goalVisibilityNames[value], hint: goalVisibilityHints[value] },
          }))}
          defaultValue={given.visibility ?? 'network'}
        />
      </div>
    </Fold>
  )
}
