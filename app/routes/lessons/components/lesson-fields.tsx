import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { GroupFrame } from '#app/ui/field-frame.tsx'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { useField } from '#app/ui/form-context.ts'
import {
  type LessonAuthor,
  type LessonText,
  LIMITS,
  MOST_PHASES,
  type Phase,
} from '#server/concepts/lessons/contract.ts'
import { subjectTitle } from '#server/concepts/matrix/words.ts'
import { COMPETENCIES, competencyName } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Lesson = LessonText & {
  phases: Phase[]
  software: { name: string }[]
  authors: LessonAuthor[]
  plgId: string | null
}

/** What a new one begins with. */
const NEW: Lesson = {
  ...{ title: '', aim: '', subjects: [], gradeLevels: [], schoolForms: [], competencies: [] },
  ...{ durationLessons: null, equipment: '', variants: '', experience: '', lastTaught: null },
  ...{ phases: [], software: [], authors: [], plgId: null },
}

type Given = {
  lesson?: Lesson
  subjects: string[]
  grades: Choice[]
  people: Choice[]
  plgs: Choice[]
  /** Who is ticked on a new one. */
  me?: string
}

/** Everything one says about a lesson concept. */
export function LessonFields(given: Given) {
  const { lesson = NEW, me = '' } = given
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        maxLength={LIMITS.title.max}
        defaultValue={lesson.title}
      />
      <TextArea
        name="aim"
        label="Was Lernende danach können"
        optional
        rows={3}
        maxLength={LIMITS.aim.max}
        defaultValue={lesson.aim}
      />
      <ForWhom {...given} />
      <PhaseRows phases={lesson.phases} />
      <TextField
        name="equipment"
        label="Ausstattung"
        optional
        maxLength={LIMITS.equipment.max}
        defaultValue={lesson.equipment}
      />
      <TextField
        name="software"
        label="Software"
        optional
        defaultValue={lesson.software.map(({ name }) => name).join(', ')}
        hint="Namen wie im Verzeichnis der Software, mit Komma getrennt."
      />
      <TextArea
        name="variants"
        label="Varianten"
        optional
        rows={3}
        maxLength={LIMITS.text.max}
        defaultValue={lesson.variants}
        hint="Differenzierung, Deutsch als Zweitsprache, sonderpädagogische Förderung."
      />
      <TextArea
        name="experience"
        label="Erfahrungen"
        optional
        rows={3}
        maxLength={LIMITS.text.max}
        defaultValue={lesson.experience}
        hint="Was hat funktioniert, was würden Sie ändern?"
      />
      <CheckGroup
        name="authors"
        label="Autor:innen"
        choices={given.people}
        defaultValue={given.lesson ? lesson.authors.map(({ personId }) => personId) : [me]}
        hint="Wer eingetragen ist, entscheidet selbst, ob der eigene Name nach außen steht."
      />
      {given.plgs.length > 0 && (
        <SelectField
          name="plgId"
          label="Aus welcher PLG?"
          optional
          empty="Aus keiner"
          choices={given.plgs}
          defaultValue={lesson.plgId}
        />
      )}
    </>
  )
}

function ForWhom({ lesson = NEW, subjects, grades }: Given) {
  const strange = lesson.gradeLevels
    .filter((grade) => !grades.some(({ value }) => value === grade))
    .map((value) => ({ value, label: value }))
  return (
    <>
      <CheckGroup
        name="subjects"
        label="Fächer"
        optional
        columns
        choices={[...new Set([...subjects, ...lesson.subjects])].map((value) => ({
          value,
          label: subjectTitle(value),
        }))}
        defaultValue={lesson.subjects}
      />
      <CheckGroup
        name="gradeLevels"
        label="Jahrgänge"
        optional
        columns
        choices={[...grades, ...strange]}
        defaultValue={lesson.gradeLevels}
      />
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          name="durationLessons"
          label="Unterrichtsstunden"
          optional
          type="number"
          min={1}
          max={LIMITS.lessons}
          inputMode="numeric"
          defaultValue={lesson.durationLessons}
        />
        <TextField
          name="lastTaught"
          label="Zuletzt unterrichtet"
          optional
          defaultValue={lesson.lastTaught}
          hint="Schuljahr wie 2026/27."
        />
      </div>
      <Fold
        title={<strong>Kompetenzen und Schulformen</strong>}
        isOpen={lesson.competencies.length > 0}
        className="rounded-lg border border-rand px-3"
      >
        <div className="grid gap-5">
          <CheckGroup
            name="competencies"
            label="Kompetenzen nach dem Medienkompetenzrahmen NRW"
            optional
            choices={COMPETENCIES.map((value) => ({ value, label: competencyName(value) }))}
            defaultValue={lesson.competencies}
          />
          <CheckGroup
            name="schoolForms"
            label="Auch geeignet für"
            optional
            columns
            choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
            defaultValue={lesson.schoolForms}
          />
        </div>
      </Fold>
    </>
  )
}

/** So many empty rows follow those there are; whoever needs more saves and comes again. */
const SPARE = 3

function PhaseRows({ phases }: { phases: Phase[] }) {
  const { id, errors } = useField('phases')
  const count = Math.min(Math.max(phases.length + SPARE, 4), MOST_PHASES)
  return (
    <GroupFrame
      name="phases"
      label="Verlauf"
      hint="Leere Zeilen zählen nicht."
      id={id}
      errors={errors}
      optional
    >
      <div className="mt-2 grid gap-3">
        {Array.from({ length: count }, (_, at) => (
          <div
            key={at}
            className="grid gap-3 border-b border-linie pb-3 last:border-0 md:grid-cols-[1fr_7rem]"
          >
            <TextField
              name={`phase${at}Phase`}
              label={`Phase ${at + 1}`}
              maxLength={LIMITS.phase.max}
              defaultValue={phases[at]?.phase}
            />
            <TextField
              name={`phase${at}Minutes`}
              label={`Minuten ${at + 1}`}
              type="number"
              min={1}
              max={LIMITS.minutes}
              inputMode="numeric"
              defaultValue={phases[at]?.minutes}
            />
            <TextArea
              name={`phase${at}Activity`}
              label={`Was geschieht in Phase ${at + 1}`}
              rows={2}
              maxLength={LIMITS.activity.max}
              defaultValue={phases[at]?.activity}
              className="md:col-span-2"
            />
            <TextField
              name={`phase${at}Media`}
              label={`Medien in Phase ${at + 1}`}
              maxLength={LIMITS.media.max}
              defaultValue={phases[at]?.media}
              className="md:col-span-2"
            />
          </div>
        ))}
      </div>
    </GroupFrame>
  )
}
