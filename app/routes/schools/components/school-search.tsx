import Search from 'lucide-react/icons/search'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'

/** The search of the administration, which also knows school numbers. */
export function SchoolSearch({ q, reset }: { q: string; reset: string }) {
  return (
    <HouseForm
      key={q}
      method="get"
      role="search"
      aria-label="Schulen suchen"
      className="mb-3 flex flex-wrap items-end gap-3"
    >
      <TextField
        name="q"
        type="search"
        label="Name, Straße, Postleitzahl oder Schulnummer"
        defaultValue={q}
        maxLength={100}
        className="min-w-0 grow basis-64"
      />
      <Button icon={Search}>Suchen</Button>
      {q && (
        <ButtonLink to={reset} variant="tertiary">
          Alle zeigen
        </ButtonLink>
      )}
    </HouseForm>
  )
}
