import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { CLASSES, FIELDS, OFFER_KINDS } from '#server/medialab/contract.ts'
import { GRADES, type OfferSearch } from '#server/medialab/offers/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { classNames, fieldNames, kindNames } from '#server/medialab/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

/** What to look for among offers: a GET form, so that a search can be kept and shared. */
export function CatalogueForm({
  search,
  isFiltered,
}: {
  search: OfferSearch
  isFiltered: boolean
}) {
  return (
    <HouseForm
      method="get"
      action={paths.offers()}
      key={JSON.stringify(search)}
      role="search"
      aria-label="Angebote suchen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3">
        <TextField
          {...{ name: 'q', type: 'search', label: 'Suchwort', maxLength: 100 }}
          defaultValue={search.q}
          className="col-span-full md:col-span-1"
        />
        <SelectField
          {...{ name: 'art', label: 'Art', empty: 'Alles', defaultValue: search.kind }}
          choices={choicesOf(OFFER_KINDS, kindNames)}
        />
        <SelectField
          {...{ name: 'bereich', label: 'Bereich', empty: 'Alle', defaultValue: search.field }}
          choices={choicesOf(FIELDS, fieldNames)}
        />
        <SelectField
          {...{ name: 'klasse', label: 'Ausstattung', empty: 'Jede' }}
          defaultValue={search.class}
          choices={choicesOf(CLASSES, classNames)}
        />
        <SelectField
          {...{ name: 'schulform', label: 'Schulform', empty: 'Alle' }}
          defaultValue={search.schoolForm}
          choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
        />
        <SelectField
          {...{ name: 'jahrgang', label: 'Jahrgang', empty: 'Alle' }}
          defaultValue={search.grade}
          choices={GRADES.map((grade) => ({ value: String(grade), label: `Klasse ${grade}` }))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>Angebote suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.offers()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
