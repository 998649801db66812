import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { FacetCount, FacetName, OfferSearch } from '#server/visits/offers/contract.ts'
import { paths } from '#server/visits/paths.ts'
import { gradeBandChoices, schoolFormChoices, subjectChoices } from './choices.ts'

type Props = {
  search: OfferSearch
  facets: Record<FacetName, FacetCount[]>
  isFiltered: boolean
}

/** What to look for among open classrooms: a GET form, so that a search can be kept and shared. */
export function FacetForm({ search, facets, isFiltered }: Props) {
  return (
    <HouseForm
      method="get"
      action={paths.list()}
      key={JSON.stringify(search)}
      role="search"
      aria-label="Hospitationen suchen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-4">
        <Facet
          {...{ name: 'fach', label: 'Fach', empty: 'Alle Fächer' }}
          {...{ choices: subjectChoices, value: search.subject, counts: facets.subject }}
        />
        <Facet
          {...{ name: 'jahrgang', label: 'Jahrgang', empty: 'Alle Jahrgänge' }}
          {...{ choices: gradeBandChoices, value: search.gradeBand, counts: facets.gradeBand }}
        />
        <Facet
          {...{ name: 'schulform', label: 'Schulform', empty: 'Alle Schulformen' }}
          {...{ choices: schoolFormChoices, value: search.schoolForm, counts: facets.schoolForm }}
        />
        <TextField name="ab" type="date" label="Freier Platz ab" defaultValue={search.from} />
      </div>
      <SelectField
        name="stand"
        label="Angebote"
        choices={[
          { value: '', label: 'Alle offenen' },
          { value: 'meine', label: 'Meine' },
        ]}
        defaultValue={search.shelf === 'mine' ? 'meine' : ''}
        className="max-w-[20rem]"
      />
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>Suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.list()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
