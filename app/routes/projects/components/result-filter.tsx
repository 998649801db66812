import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { RECOMMENDATIONS } from '#server/projects/closing/contract.ts'
import { recommendationNames } from '#server/projects/closing/words.ts'
import { COMPETENCIES, competencyName } from '#server/projects/competencies/contract.ts'
import { KINDS } from '#server/projects/contract.ts'
import { paths } from '#server/projects/paths.ts'
import {
  FACET_PARAMS,
  FACETS,
  type Facet,
  type ResultSearch,
} from '#server/projects/results/contract.ts'
import { kindNames } from '#server/projects/words.ts'

type View = {
  search: ResultSearch
  counts: { facet: Facet; value: string; count: number }[]
}

/** The address of this list with another page; what is chosen stays. */
export function resultAddress(search: ResultSearch, page: number): string {
  const query = new URLSearchParams()
  if (search.q) query.set('q', search.q)
  for (const facet of FACETS) if (search[facet]) query.set(FACET_PARAMS[facet], search[facet])
  if (page > 1) query.set('seite', String(page))
  const text = query.toString()
  return text ? `${paths.results()}?${text}` : paths.results()
}

const LISTS = {
  subject: { label: 'Fach', choices: choicesOf(SUBJECTS, subjectNames) },
  gradeBand: { label: 'Jahrgang', choices: choicesOf(GRADE_BANDS, gradeBandNames) },
  competency: {
    label: 'Medienkompetenz',
    choices: COMPETENCIES.map((value) => ({
      value,
      label: competencyName(value),
    })),
  },
  kind: { label: 'Art', choices: choicesOf(KINDS, kindNames) },
  recommendation: { label: 'Empfehlung', choices: choicesOf(RECOMMENDATIONS, recommendationNames) },
} satisfies Record<Facet, object>

/** Search and facets as a GET form: the address can be kept and sent. */
export function ResultFilter({ view: { search, counts } }: { view: View }) {
  const isFiltered = Object.values(search).some(Boolean)
  return (
    <HouseForm
      key={Object.values(search).join('|')}
      method="get"
      role="search"
      aria-label="Vorhaben suchen"
      className="mb-5 grid items-end gap-x-4 gap-y-3 rounded-xl border border-linie bg-flaeche p-karte md:grid-cols-2 lg:grid-cols-3"
    >
      <TextField
        name="q"
        type="search"
        label="Wonach suchen Sie?"
        defaultValue={search.q}
        maxLength={100}
      />
      {FACETS.map((facet) => (
        <SelectField
          key={facet}
          name={FACET_PARAMS[facet]}
          label={LISTS[facet].label}
          empty="Alle"
          defaultValue={search[facet]}
          choices={offered(facet, search[facet], counts)}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button icon={Search}>Suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.results()} variant="tertiary">
            Alle zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}

/** What there is something of, with how much; what is chosen is always among it. */
function offered(of: Facet, chosen: string, counts: View['counts']) {
  return LISTS[of].choices.flatMap(({ value, label }) => {
    const count = counts.find((one) => one.facet === of && one.value === value)?.count ?? 0
    return count > 0 || value === chosen ? [{ value, label: `${label} (${count})` }] : []
  })
}
