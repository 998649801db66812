import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { type Choice, SelectField, TextArea } from '#app/ui/field.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { EXPERIENCE_LIMITS, SCORES } from '#server/software/experience/contract.ts'
import { scoreNames } from '#server/software/experience/words.ts'

type Known = {
  scenarioId: string | null
  schoolId: string | null
  projectId: string | null
  subject: string
  gradeBand: string
  setting: string
  text: string
  learningEffect: number
  effort: number
  stability: number
  wouldUseAgain: boolean
}

type Given = { experience?: Known; uses: Choice[]; projects: Choice[]; schools: Choice[] }

const NAMES = ['learningEffect', 'effort', 'stability'] as const
const scores = SCORES.map((value) => ({ value, label: value }))

/** What one tells of an app: the same fields at the beginning and later. */
export function ExperienceFields({ experience, uses, projects, schools }: Given) {
  return (
    <>
      <TextArea
        name="setting"
        label="Wie haben Sie die App eingesetzt?"
        hint="Zum Beispiel: Stationen in zwei Stunden, 26 Lernende, ein iPad zu zweit. Bitte ohne Namen von Lernenden."
        rows={3}
        maxLength={EXPERIENCE_LIMITS.setting}
        defaultValue={experience?.setting}
      />
      {NAMES.map((name) => (
        <RadioBar
          key={name}
          name={name}
          label={scoreNames[name].label}
          hint={`1: ${scoreNames[name].low}, 5: ${scoreNames[name].high}`}
          choices={scores}
          defaultValue={experience && String(experience[name])}
        />
      ))}
      <RadioBar
        name="again"
        label="Würden Sie die App wieder einsetzen?"
        choices={[
          { value: 'yes', label: 'Ja' },
          { value: 'no', label: 'Nein' },
        ]}
        defaultValue={experience && (experience.wouldUseAgain ? 'yes' : 'no')}
      />
      <TextArea
        name="text"
        label="Was sollten andere wissen?"
        optional
        rows={4}
        maxLength={EXPERIENCE_LIMITS.text}
        defaultValue={experience?.text}
      />
      <Around experience={experience} uses={uses} projects={projects} schools={schools} />
      <ChildCheck />
      <p className="text-sm text-leise">
        Alle lesen den Bericht. Ihren Namen und Ihre Schule sehen nur bestätigte Personen im
        Schulnetz.
      </p>
    </>
  )
}

/** Where it was: subject, year, use, Vorhaben, school. */
function Around({ experience, uses, projects, schools }: Given) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <SelectField
        name="subject"
        label="Fach"
        optional
        empty="Ohne Angabe"
        choices={choicesOf(SUBJECTS, subjectNames)}
        defaultValue={experience?.subject}
      />
      <SelectField
        name="gradeBand"
        label="Jahrgang"
        optional
        empty="Ohne Angabe"
        choices={choicesOf(GRADE_BANDS, gradeBandNames)}
        defaultValue={experience?.gradeBand}
      />
      {uses.length > 0 && (
        <SelectField
          name="scenarioId"
          label="Welche Nutzung?"
          optional
          empty="Ohne Angabe"
          choices={uses}
          defaultValue={experience?.scenarioId}
        />
      )}
      {projects.length > 0 && (
        <SelectField
          name="projectId"
          label="Aus Ihrem Vorhaben"
          optional
          empty="Keines"
          choices={projects}
          defaultValue={experience?.projectId}
        />
      )}
      {schools.length > 1 && (
        <SelectField
          name="schoolId"
          label="An welcher Ihrer Schulen?"
          empty="Bitte wählen"
          choices={schools}
          defaultValue={experience?.schoolId}
        />
      )}
    </div>
  )
}
