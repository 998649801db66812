import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Facet } from '#app/ui/facet.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { SUBJECTS } from '#server/accounts/contract.ts'
import { subjectNames } from '#server/accounts/words.ts'
import { CHAPTER_KINDS } from '#server/concepts/contract.ts'
import {
  type ConceptSearch,
  type FacetCount,
  type FacetName,
} from '#server/concepts/network/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { chapterNames } from '#server/concepts/words.ts'
import { DIMENSIONS } from '#server/plg/inquiry/contract.ts'
import { dimensionNames } from '#server/plg/inquiry/words.ts'
import { COMPETENCY_AREAS } from '#server/projects/competencies/contract.ts'
import { DISTRICTS, SCHOOL_FORMS } from '#server/schools/contract.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'

const CHOICES = {
  form: choicesOf(SCHOOL_FORMS, schoolFormWords),
  district: choicesOf(DISTRICTS, districtWords),
  competency: COMPETENCY_AREAS.flatMap(({ competencies }) =>
    competencies.map(([value, title]) => ({ value, label: `${value} ${title}` })),
  ),
  subject: choicesOf(SUBJECTS, subjectNames),
  chapter: choicesOf(CHAPTER_KINDS, chapterNames),
  dimension: choicesOf(DIMENSIONS, dimensionNames),
}

type Props = {
  search: ConceptSearch
  facets: Record<FacetName, FacetCount[]>
  isFiltered: boolean
}

/** One field over all published concepts, and what they can be narrowed by; a GET form, so that a search can be shared. */
export function SearchForm({ search, facets, isFiltered }: Props) {
  const facetOf = (name: FacetName) => ({
    ...{ choices: CHOICES[name], value: search[name], counts: facets[name] },
  })
  return (
    <HouseForm
      method="get"
      action={paths.list()}
      key={JSON.stringify(search)}
      role="search"
      aria-label="Konzepte suchen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <TextField
        {...{ name: 'q', type: 'search', label: 'Hat das schon eine Schule gelöst?' }}
        hint="Sucht in Kapiteln und Zielen: „Quellen prüfen“, „Ausleihe“, „Erklärvideo“"
        maxLength={100}
        defaultValue={search.q}
      />
      <div className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
        <Facet {...facetOf('form')} name="schulform" label="Schulform" empty="Alle Schulformen" />
        <Facet {...facetOf('district')} name="bezirk" label="Stadtbezirk" empty="Ganz Duisburg" />
        <Facet {...facetOf('dimension')} name="ziel" label="Hat ein Ziel zu" empty="Gleich" />
      </div>
      <Fold
        title="Mehr Filter: Kompetenz, Fach, Kapitel"
        isOpen={[search.competency, search.subject, search.chapter].some(Boolean)}
      >
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          <Facet
            {...facetOf('competency')}
            name="kompetenz"
            label="Kompetenz"
            empty="Alle Kompetenzen"
          />
          <Facet {...facetOf('subject')} name="fach" label="Fach" empty="Alle Fächer" />
          <Facet {...facetOf('chapter')} name="kapitel" label="Kapitel" empty="Alle Kapitel" />
        </div>
      </Fold>
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>Konzepte suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.list()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
