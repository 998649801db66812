import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Facet } from '#app/ui/facet.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { FacetCount, FacetName, IdeaSearch } from '#server/ideas/market/contract.ts'
import { SHELVES } from '#server/ideas/market/contract.ts'
import { shelfNames, shelfSlugs } from '#server/ideas/market/words.ts'
import { paths } from '#server/ideas/paths.ts'
import {
  competencyChoices,
  gradeBandChoices,
  schoolFormChoices,
  subjectChoices,
  topicChoices,
} from './choices.ts'

type Props = {
  search: IdeaSearch
  facets: Record<FacetName, FacetCount[]>
  programmes: Choice[]
  isFiltered: boolean
}

/** What to look for among ideas: a GET form, so that a search can be kept and shared. */
export function FacetForm({ search, facets, programmes, isFiltered }: Props) {
  const { q: _q, shelf: _shelf, ...chosen } = search
  return (
    <HouseForm
      method="get"
      action={paths.list()}
      key={JSON.stringify(search)}
      role="search"
      aria-label="Ideen suchen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <TextField name="q" type="search" label="Suchwort" defaultValue={search.q} maxLength={100} />
      <Fold
        title="Filter: Thema, Fach, Jahrgang, Schulform, Medienkompetenz, Programm"
        isOpen={Object.values(chosen).some(Boolean)}
      >
        <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
          <Facet
            {...{ name: 'thema', label: 'Thema', empty: 'Alle Themen' }}
            {...{ choices: topicChoices, value: search.topic, counts: facets.topic }}
          />
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
          <Facet
            {...{ name: 'mkr', label: 'Medienkompetenzrahmen', empty: 'Alle Kompetenzen' }}
            {...{ choices: competencyChoices, value: search.competency, counts: facets.competency }}
          />
          <Facet
            {...{ name: 'programm', label: 'Programm', empty: 'Alle' }}
            {...{ choices: programmes, value: search.programme, counts: facets.programme }}
          />
        </div>
      </Fold>
      <SelectField
        name="stand"
        label="Stand"
        choices={SHELVES.map((shelf) => ({ value: shelfSlugs[shelf], label: shelfNames[shelf] }))}
        defaultValue={shelfSlugs[search.shelf]}
        className="max-w-[20rem]"
      />
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>Ideen suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.list()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
