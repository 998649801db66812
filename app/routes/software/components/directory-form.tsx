import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Facet } from '#app/ui/facet.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { ADVERTISING, COST_MODELS, FUNCTIONS, PRODUCT_KINDS } from '#server/software/contract.ts'
import {
  type DirectorySearch,
  type FacetCount,
  type FacetName,
  USABLE,
} from '#server/software/directory/contract.ts'
import { usableName } from '#server/software/directory/words.ts'
import { paths } from '#server/software/paths.ts'
import { STANDINGS } from '#server/software/standing/contract.ts'
import { standingNames } from '#server/software/standing/words.ts'
import { advertisingNames, costNames, functionNames, kindNames } from '#server/software/words.ts'

const CHOICES = {
  subject: choicesOf(SUBJECTS, subjectNames),
  gradeBand: choicesOf(GRADE_BANDS, gradeBandNames),
  schoolForm: choicesOf(SCHOOL_FORMS, schoolFormWords),
  function: choicesOf(FUNCTIONS, functionNames),
  kind: choicesOf(PRODUCT_KINDS, kindNames),
  cost: choicesOf(COST_MODELS, costNames),
  advertising: choicesOf(ADVERTISING, advertisingNames),
  standing: [{ value: USABLE, label: usableName }, ...choicesOf(STANDINGS, standingNames)],
}

type Props = {
  search: DirectorySearch
  facets: Record<FacetName, FacetCount[]>
  /** The form of school that the status is meant for. */
  form: string | null
  hasSchool: boolean
  isFiltered: boolean
  /** Where the search leads; the directory, unless it says otherwise. */
  to?: string
}

/** What to look for among apps: a GET form, so that a search can be kept and shared. */
export function DirectoryForm({
  search,
  facets,
  form,
  hasSchool,
  isFiltered,
  to = paths.directory(),
}: Props) {
  const { gradeBand, kind, cost, advertising, isFree, isOffline, isUsedHere } = search
  const facetOf = (name: FacetName) => ({
    ...{ choices: CHOICES[name], value: search[name], counts: facets[name] },
  })
  const meant =
    form === null
      ? 'Status'
      : `Status für: ${schoolFormWords[form as keyof typeof schoolFormWords]}`
  return (
    <HouseForm
      method="get"
      action={to}
      key={JSON.stringify(search)}
      role="search"
      aria-label="Apps suchen"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <div className="grid grid-cols-2 items-end gap-3 md:grid-cols-3 lg:grid-cols-[2fr_repeat(3,minmax(0,1fr))]">
        <TextField
          {...{ name: 'q', type: 'search', label: 'Suchwort', maxLength: 100 }}
          hint="Name, Anbieter oder wofür: „Vokabeln“"
          defaultValue={search.q}
          className="col-span-full lg:col-span-1"
        />
        <Facet {...facetOf('subject')} name="fach" label="Fach" empty="Alle Fächer" />
        <Facet
          {...facetOf('schoolForm')}
          name="schulform"
          label="Schulform"
          empty="Alle Schulformen"
        />
        <div className="max-md:even:col-span-2">
          <Facet {...facetOf('standing')} name="status" label={meant} empty="Jeder Status" />
        </div>
      </div>
      <Fold
        title="Mehr Filter: Funktion, Jahrgang, Plattform, Kosten, Werbung"
        isOpen={[
          ...[search.function, gradeBand, kind, cost, advertising],
          ...[isFree, isOffline, isUsedHere],
        ].some(Boolean)}
      >
        <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-4">
          <Facet
            {...facetOf('function')}
            name="funktion"
            label="Funktion"
            empty="Alle Funktionen"
          />
          <Facet
            {...facetOf('gradeBand')}
            name="jahrgang"
            label="Jahrgang"
            empty="Alle Jahrgänge"
          />
          <Facet {...facetOf('kind')} name="plattform" label="Plattform" empty="Alle Plattformen" />
          <Facet {...facetOf('cost')} name="kosten" label="Kosten" empty="Alle Kosten" />
          <Facet {...facetOf('advertising')} name="werbung" label="Werbung" empty="Gleich" />
        </div>
        <div className="mt-2 flex flex-wrap gap-x-6">
          <CheckField
            {...{ name: 'frei', value: 'ja', label: 'Kostet die Schule nichts' }}
            defaultChecked={isFree}
          />
          <CheckField
            {...{ name: 'offline', value: 'ja', label: 'Ohne Internet nutzbar' }}
            defaultChecked={isOffline}
          />
          {hasSchool && (
            <CheckField
              {...{ name: 'meine', value: 'ja', label: 'An meiner Schule im Einsatz' }}
              defaultChecked={isUsedHere}
            />
          )}
        </div>
      </Fold>
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>Apps suchen</Button>
        {isFiltered && (
          <ButtonLink to={to} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}
