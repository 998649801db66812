import { CheckField, CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { type Cell, LEVELS, LIMITS, STATUSES } from '#server/concepts/matrix/cells/contract.ts'
import { levelNames, statusNames } from '#server/concepts/matrix/cells/words.ts'

type Given = {
  cell?: Cell
  subjects: Choice[]
  lessons: Choice[]
  lessonIds?: string[]
  software?: string[]
}

/** What a new one begins with. */
const NEW: Omit<Cell, 'id' | 'competency' | 'gradeLevel' | 'version'> = {
  ...{ subject: '', level: 'introduce', isBinding: false, unit: '', technology: '' },
  ...{ teacherSkills: '', priorKnowledge: '', status: 'planned' },
  ...{ confirmedOn: null, lastTaught: null },
}

/** What one says about a Unterrichtsvorhaben, whether at one place or at several. */
export function CellFields({ cell, subjects, lessons, lessonIds, software = [] }: Given) {
  const given = cell ?? { ...NEW, subject: subjects.length === 1 ? (subjects[0]?.value ?? '') : '' }
  return (
    <>
      <TextField
        name="unit"
        label="Unterrichtsvorhaben"
        maxLength={LIMITS.unit.max}
        defaultValue={given.unit}
        hint="Kurz, zum Beispiel „Erklärvideo zu Brüchen“."
      />
      <SelectField
        name="subject"
        label="Fach"
        empty="Bitte wählen"
        choices={subjects}
        defaultValue={given.subject}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <SelectField
          name="status"
          label="Stand"
          choices={choicesOf(STATUSES, statusNames)}
          defaultValue={given.status}
        />
        <SelectField
          name="level"
          label="Niveau"
          choices={choicesOf(LEVELS, levelNames)}
          defaultValue={given.level}
        />
        <TextField
          name="lastTaught"
          label="Zuletzt unterrichtet"
          optional
          defaultValue={given.lastTaught}
          hint="Schuljahr wie 2026/27."
        />
        <TextField
          name="confirmedOn"
          label="Bestätigt von der Fachkonferenz am"
          optional
          type="date"
          defaultValue={given.confirmedOn}
        />
      </div>
      <CheckField
        name="isBinding"
        label="Verbindlich nach Beschluss der Fachkonferenz"
        defaultChecked={given.isBinding}
      />
      <Fold
        title={<strong>Technik, Voraussetzungen, Unterrichtskonzepte</strong>}
        isOpen={cell !== undefined}
        className="rounded-lg border border-rand px-3"
      >
        <div className="grid gap-5">
          <TextField
            name="technology"
            label="Technik"
            optional
            maxLength={LIMITS.technology.max}
            defaultValue={given.technology}
          />
          <TextField
            name="software"
            label="Software"
            optional
            defaultValue={software.join(', ')}
            hint="Namen wie im Verzeichnis der Software, mit Komma getrennt. Dann steht hier, was heute für sie gilt."
          />
          <TextArea
            name="teacherSkills"
            label="Was Lehrkräfte dafür können müssen"
            optional
            rows={2}
            maxLength={LIMITS.skills.max}
            defaultValue={given.teacherSkills}
          />
          <TextArea
            name="priorKnowledge"
            label="Was Lernende schon können müssen"
            optional
            rows={2}
            maxLength={LIMITS.skills.max}
            defaultValue={given.priorKnowledge}
          />
          {lessons.length > 0 && (
            <CheckGroup
              name="lessonIds"
              label="Unterrichtskonzepte dazu"
              optional
              choices={lessons}
              defaultValue={lessonIds}
              hint="Dann zählt das Unterrichtskonzept an dieser Stelle, nicht beides."
            />
          )}
        </div>
      </Fold>
    </>
  )
}
