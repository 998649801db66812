import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { PHASES } from '#server/plg/contract.ts'
import type { PlgSearch } from '#server/plg/directory/contract.ts'
import { paths } from '#server/plg/paths.ts'
import { phaseNames } from '#server/plg/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { choicesOf } from './choices.ts'
import { Fold } from './fold.tsx'

/** What to look for among the PLGs of others: a GET form, so that a search can be kept and shared. */
export function DiscoverForm({ search, isFiltered }: { search: PlgSearch; isFiltered: boolean }) {
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
      <Fold title="Filter: Fach, Jahrgang, Schulform, Phase" isOpen={hasFilter(search)}>
        <Filters search={search} />
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

const hasFilter = ({ subject, gradeBand, schoolForm, phase, seeksMembers }: PlgSearch) =>
  Boolean(subject || gradeBand || schoolForm || phase || seeksMembers)

function Filters({ search }: { search: PlgSearch }) {
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
      <CheckField
        name="sucht"
        value="1"
        label="Sucht Mitglieder"
        defaultChecked={search.seeksMembers}
      />
    </div>
  )
}
