import { type ReactNode, useId } from 'react'
import { choicesOf } from '#app/ui/choices.ts'
import { GroupFrame } from '#app/ui/field-frame.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { useField } from '#app/ui/form-context.ts'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import {
  type Equipment,
  LIMITS,
  ROWS,
  type SchoolClass,
  type Software,
  SOFTWARE_STATUSES,
} from '#server/projects/contract.ts'
import { softwareStatusNames } from '#server/projects/words.ts'

/** So many empty rows follow those there are; whoever needs more saves and comes again. */
const SPARE = 2

/** How many rows to show; what was sent and refused had no more of them than the form before. */
const countOf = (list: keyof typeof ROWS, known: number) => Math.min(known + SPARE, ROWS[list])

const ROW = 'grid gap-3 border-b border-linie pb-3 last:border-0 md:grid-cols-2'
const range = (count: number) => Array.from({ length: count }, (_, at) => at)

function Rows({
  name,
  label,
  hint,
  children,
}: {
  name: string
  label: string
  hint: string
  children: ReactNode
}) {
  const { id, errors } = useField(name)
  return (
    <GroupFrame {...{ name, label, hint, id, errors }} optional>
      <div className="mt-2 grid gap-3">{children}</div>
    </GroupFrame>
  )
}

/** @param apps names of the directory: what is called so shows what holds of it today */
export function SoftwareRows({ rows, apps = [] }: { rows: Software[]; apps?: string[] }) {
  const listId = useId()
  const count = countOf('software', rows.length)
  return (
    <Rows
      name="software"
      label="Software"
      hint="Wofür Sie sie brauchen, und ob sie mit Lernenden verwendet werden darf. Heißt sie wie im Verzeichnis, steht beim Vorhaben, was heute für sie gilt."
    >
      <datalist id={listId}>
        {apps.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {range(count).map((at) => (
        <div key={at} className={ROW}>
          <TextField
            name={`software${at}Name`}
            label={`Software ${at + 1}`}
            list={listId}
            maxLength={LIMITS.name.max}
            defaultValue={rows[at]?.name}
          />
          <SelectField
            name={`software${at}Status`}
            label={`Stand zu Software ${at + 1}`}
            choices={choicesOf(SOFTWARE_STATUSES, softwareStatusNames)}
            defaultValue={rows[at]?.status ?? 'unknown'}
          />
          <TextField
            name={`software${at}Purpose`}
            label={`Wofür, Software ${at + 1}`}
            maxLength={LIMITS.purpose.max}
            defaultValue={rows[at]?.purpose}
            className="md:col-span-2"
          />
        </div>
      ))}
    </Rows>
  )
}

export function EquipmentRows({ rows }: { rows: Equipment[] }) {
  const count = countOf('equipment', rows.length)
  return (
    <Rows name="equipment" label="Ausstattung" hint="Zum Beispiel „iPad-Koffer 3“ oder „Beamer“.">
      {range(count).map((at) => (
        <div key={at} className={ROW}>
          <TextField
            name={`equipment${at}Name`}
            label={`Ausstattung ${at + 1}`}
            maxLength={LIMITS.name.max}
            defaultValue={rows[at]?.name}
          />
          <TextField
            name={`equipment${at}Note`}
            label={`Bemerkung zu Ausstattung ${at + 1}`}
            maxLength={LIMITS.purpose.max}
            defaultValue={rows[at]?.note}
          />
        </div>
      ))}
    </Rows>
  )
}

export function ClassRows({ rows, schools }: { rows: SchoolClass[]; schools: Choice[] }) {
  const count = countOf('classes', rows.length)
  const gone = rows
    .filter(({ schoolId }) => !schools.some(({ value }) => value === schoolId))
    .map(({ schoolId, school }) => ({ value: schoolId, label: school }))
  return (
    <Rows
      name="classes"
      label="Lerngruppen"
      hint="Nur Zahlen, keine Namen. Eine Zeile zählt, wenn Schule und Jahrgang gewählt sind."
    >
      {range(count).map((at) => (
        <div key={at} className={ROW}>
          <SelectField
            name={`classes${at}SchoolId`}
            label={`Schule der Lerngruppe ${at + 1}`}
            empty="Keine"
            choices={[...schools, ...gone]}
            defaultValue={rows[at]?.schoolId}
          />
          <SelectField
            name={`classes${at}GradeBand`}
            label={`Jahrgang der Lerngruppe ${at + 1}`}
            empty="Keiner"
            choices={choicesOf(GRADE_BANDS, gradeBandNames)}
            defaultValue={rows[at]?.gradeBand}
          />
          <SelectField
            name={`classes${at}Subject`}
            label={`Fach der Lerngruppe ${at + 1}`}
            empty="Ohne Angabe"
            choices={choicesOf(SUBJECTS, subjectNames)}
            defaultValue={rows[at]?.subject}
          />
          <TextField
            name={`classes${at}Pupils`}
            label={`Zahl der Lernenden, Lerngruppe ${at + 1}`}
            type="number"
            min={1}
            max={LIMITS.pupils}
            inputMode="numeric"
            defaultValue={rows[at]?.pupils}
          />
        </div>
      ))}
    </Rows>
  )
}
