import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { Fold } from '#app/ui/fold.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { FINDABLE_KINDS, PHASES } from '#server/plg/contract.ts'
import type { PlgSearch } from '#server/plg/directory/contract.ts'
import { paths } from '#server/plg/paths.ts'
import { kindNames, phaseNames } from '#server/plg/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

/** What to look for among the PLGs of others: a GET form, so that a search can be kept and shared. */
export function DiscoverForm({
  search,
  programmes,
  isFiltered,
}: {
  search: PlgSearch
  programmes: Choice[]
  isFiltered: boolean
}) {
  return (
    <HouseForm
      method="get"
      action={paths.list()}
      key={JSON.stringify(search)}
      role="search"
      aria-label="PLGs entdecken"
      className="grid gap-3 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <TextField name="q" type="search" label="Suchwort" defaultValue={search.q} maxLength={100} />
      <Fold title="Filter: Fach, Jahrgang, Schulform, Phase, Programm" isOpen={hasFilter(search)}>
        <Filters search={search} programmes={programmes} />
      </Fold>
      <div className="flex flex-wrap gap-3">
        <Button icon={Search}>PLGs suchen</Button>
        {isFiltered && (
          <ButtonLink to={paths.list()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}

const hasFilter = ({ q: _, ...filters }: PlgSearch) => Object.values(filters).some(Boolean)

function Filters({ search, programmes }: { search: PlgSearch; programmes: Choice[] }) {
  return (
    <div className="grid gap-3 md:grid-cols-2 lg:grid-cols-4">
      <SelectField
        name="fach"
        label="Fach"
        empty="Alle Fächer"
        defaultValue={search.subject}
        choices={choicesOf(SUBJECTS, subjectNames)}
      />
      <SelectField
        name="jahrgang"
        label="Jahrgang"
        empty="Alle Jahrgänge"
        defaultValue={search.gradeBand}
        choices={choicesOf(GRADE_BANDS, gradeBandNames)}
      />
      <SelectField
        name="schulform"
        label="Schulform"
        empty="Alle Schulformen"
        defaultValue={search.schoolForm}
        choices={choicesOf(SCHOOL_FORMS, schoolFormWords)}
      />
      <SelectField
        name="phase"
        label="Phase"
        empty="Alle laufenden"
        defaultValue={search.phase}
        choices={choicesOf(PHASES, phaseNames)}
      />
      <SelectField
        name="art"
        label="Art der Gruppe"
        empty="Alle Arten"
        defaultValue={search.kind}
        choices={FINDABLE_KINDS.map((value) => ({ value, label: kindNames[value] }))}
      />
      {programmes.length > 0 && (
        <SelectField
          name="programm"
          label="Programm"
          empty="Alle Programme"
          defaultValue={search.programme}
          choices={programmes}
        />
      )}
      <CheckField
        name="sucht"
        value="1"
        label="Sucht Mitglieder"
        defaultChecked={search.seeksMembers}
      />
    </div>
  )
}
