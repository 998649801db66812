import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { LIMITS } from '#server/concepts/aims/contract.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { COMPETENCY_AREAS } from '#server/projects/competencies/contract.ts'

const COMPETENCIES = COMPETENCY_AREAS.flatMap(({ competencies }) =>
  competencies.map(([value, title]) => ({ value, label: `${value} ${title}` })),
)

type Fields = {
  title: string
  body: string
  dimension: string | null
  competencies: string[]
  serves: string | null
}
/** `until`: the day until which schools comment; null for a goal on which they do not. */
type Props = {
  fields: Fields | null
  strategic: { value: string; label: string }[]
  until: string | null
}

/** What is said about a network goal or a strategic goal. */
export function AimFields({ fields, strategic, until }: Props) {
  return (
    <>
      <TextField
        name="title"
        label="Das Ziel in einem Satz"
        maxLength={LIMITS.title.max}
        defaultValue={fields?.title}
        counter
        required
      />
      <TextArea
        name="body"
        label="Warum, und woran merken wir es?"
        optional
        rows={5}
        maxLength={LIMITS.body.max}
        defaultValue={fields?.body}
      />
      <SelectField
        name="dimension"
        label="Worum es vor allem geht"
        optional
        empty="Nicht festgelegt"
        choices={choicesOf(DIMENSIONS, dimensionNames)}
        defaultValue={fields?.dimension ?? ''}
      />
      {strategic.length > 0 && (
        <SelectField
          name="serves"
          label="Dient dem strategischen Ziel"
          optional
          empty="Keinem"
          choices={strategic}
          defaultValue={fields?.serves ?? ''}
        />
      )}
      {until && (
        <TextField
          name="commentsUntil"
          type="date"
          label="Schulen nehmen Stellung bis"
          hint="Mindestens eine Woche. Danach entscheidet das Schulmedienzentrum."
          required
          defaultValue={until}
          className="max-w-[16rem]"
        />
      )}
      <Fold title="Kompetenzen" isOpen={(fields?.competencies.length ?? 0) > 0}>
        <CheckGroup
          name="competencies"
          label="Kompetenzen des Medienkompetenzrahmens"
          choices={COMPETENCIES}
          defaultValue={fields?.competencies}
          columns
        />
      </Fold>
    </>
  )
}
