import { Button } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { OFFER_KINDS } from '#server/medialab/contract.ts'
import { FIGURE_PARAMS, type FigureFilter } from '#server/medialab/period/contract.ts'
import { kindNames } from '#server/medialab/words.ts'
import { DISTRICTS, SCHOOL_FORMS } from '#server/schools/contract.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'

type Given = { filter: FigureFilter; by: string; byChoices: Choice[] }

/** Which figures: of which days, schools and things, and put together by what. */
export function FigureForm({ filter, by, byChoices }: Given) {
  return (
    <HouseForm method="get" className="mb-5 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
      <TextField name={FIGURE_PARAMS.from} label="Von" type="date" defaultValue={filter.from} />
      <TextField name={FIGURE_PARAMS.to} label="Bis" type="date" defaultValue={filter.to} />
      <SelectField name={FIGURE_PARAMS.by} label="Nach" choices={byChoices} defaultValue={by} />
      <SelectField
        name={FIGURE_PARAMS.kind}
        label="Art"
        empty="Alle"
        choices={choicesOf(OFFER_KINDS, kindNames)}
        defaultValue={filter.kind}
      />
      <SelectField
        name={FIGURE_PARAMS.schoolForm}
        label="Schulform"
        empty="Alle"
        choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
        defaultValue={filter.schoolForm}
      />
      <SelectField
        name={FIGURE_PARAMS.district}
        label="Stadtbezirk"
        empty="Alle"
        choices={choicesOf(DISTRICTS, districtWords)}
        defaultValue={filter.district}
      />
      <Button variant="secondary" className="col-span-2">
        Zeigen
      </Button>
    </HouseForm>
  )
}
