import { CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import {
  type Author,
  type Equipment,
  KINDS,
  LIMITS,
  type Outline,
  type SchoolClass,
  type Software,
} from '#server/projects/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { kindHints, kindNames } from '#server/projects/words.ts'
import { CompetencyFields } from './competency-fields.tsx'
import { FormPart } from './form-part.tsx'
import { ClassRows, EquipmentRows, SoftwareRows } from './row-fields.tsx'

type Given = {
  project?: Outline & { title: string; summary: string }
  software?: Software[]
  /** Names of the directory. */
  apps?: string[]
  equipment?: Equipment[]
  classes?: SchoolClass[]
  authors?: Author[]
  people: { id: string; name: string }[]
  schools: Choice[]
  /** Who is ticked on a new one. */
  me?: string
}

/** Everything one says about a Vorhaben: the same fields at the beginning and later. */
export function ProjectFields(given: Given) {
  const { project, software = [], equipment = [], classes = [], schools, apps } = given
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        maxLength={LIMITS.title.max}
        defaultValue={project?.title}
        hint="Woran andere es erkennen, zum Beispiel „Brüche falten und zeichnen“."
      />
      <RadioRows
        name="kind"
        label="Art"
        defaultValue={project?.kind ?? 'teaching_development'}
        choices={KINDS.map((value) => ({
          value,
          label: kindNames[value],
          hint: kindHints[value],
        }))}
      />
      <TextArea
        name="summary"
        label="Worum es geht"
        optional
        rows={5}
        maxLength={LIMITS.summary.max}
        defaultValue={project?.summary}
        hint="Was sollen Lernende danach können, und was probieren Sie dafür aus?"
        counter
      />
      <ForWhom project={project} />
      <SoftwareRows rows={software} apps={apps} />
      <EquipmentRows rows={equipment} />
      <FormPart title="Lerngruppen, Entwicklungsfeld, Autor:innen" isOpen={classes.length > 0}>
        <ClassRows rows={classes} schools={schools} />
        <SelectField
          name="dimension"
          label="Entwicklungsfeld"
          optional
          empty="Keines"
          choices={choicesOf(DIMENSIONS, dimensionNames)}
          defaultValue={project?.dimension}
        />
        <Authors {...given} />
      </FormPart>
    </>
  )
}

/** Subjects, grades, competencies and when. */
function ForWhom({ project }: Pick<Given, 'project'>) {
  return (
    <>
      <CheckGroup
        name="subjects"
        label="Fächer"
        optional
        columns
        choices={choicesOf(SUBJECTS, subjectNames)}
        defaultValue={project?.subjects}
      />
      <CheckGroup
        name="gradeBands"
        label="Jahrgänge"
        optional
        columns
        choices={choicesOf(GRADE_BANDS, gradeBandNames)}
        defaultValue={project?.gradeBands}
      />
      <CompetencyFields chosen={project?.competencies ?? []} />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="startsOn"
          label="Beginn"
          optional
          type="date"
          defaultValue={project?.startsOn}
        />
        <TextField name="endsOn" label="Ende" optional type="date" defaultValue={project?.endsOn} />
      </div>
    </>
  )
}

function Authors({ people, authors, me = '' }: Given) {
  return (
    <CheckGroup
      name="authors"
      label="Autor:innen"
      hint="Wer eingetragen ist, entscheidet selbst, ob der eigene Name nach außen steht."
      choices={people.map(({ id, name }) => ({ value: id, label: name }))}
      defaultValue={authors?.map(({ personId }) => personId) ?? [me]}
    />
  )
}
