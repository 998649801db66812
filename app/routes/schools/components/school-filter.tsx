import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'

type Option = { value: string; label: string; count: number }

/** Search and filters as a GET form: the address can be kept and sent. */
export function SchoolFilter({
  asked,
  forms,
  districts,
  reset,
}: {
  asked: { q: string; form: string; district: string }
  forms: Option[]
  districts: Option[]
  reset: string
}) {
  const isFiltered = Boolean(asked.q || asked.form || asked.district)
  return (
    <HouseForm
      key={Object.values(asked).join('|')}
      method="get"
      role="search"
      aria-label="Schulen suchen"
      className="mb-5 grid items-end gap-x-4 gap-y-3 md:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_14rem_14rem_auto]"
    >
      <TextField
        name="q"
        type="search"
        label="Name, Straße oder Postleitzahl"
        defaultValue={asked.q}
        maxLength={100}
        className="md:col-span-2 lg:col-span-1"
      />
      <SelectField
        name="schulform"
        label="Schulform"
        empty="Alle"
        defaultValue={asked.form}
        choices={forms.map(toChoice)}
      />
      <SelectField
        name="stadtbezirk"
        label="Stadtbezirk"
        empty="Alle"
        defaultValue={asked.district}
        choices={districts.map(toChoice)}
      />
      <div className="flex flex-wrap gap-2 md:col-span-2 lg:col-span-1">
        <Button icon={Search}>Suchen</Button>
        {isFiltered && (
          <ButtonLink to={reset} variant="tertiary">
            Alle zeigen
          </ButtonLink>
        )}
      </div>
    </HouseForm>
  )
}

const toChoice = ({ value, label, count }: Option) => ({ value, label: `${label} (${count})` })
