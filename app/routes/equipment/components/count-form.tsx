import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/concepts/equipment/contract.ts'
import type { StandingLine } from './standing-table.tsx'

/** What is there, class by class; a class that stays empty was not counted. */
export function CountForm({
  lines,
  today,
  clientKey,
  reply,
}: {
  lines: StandingLine[]
  today: string
  clientKey: string
  reply: Reply
}) {
  return (
    <Card
      title="Bestand zählen"
      lead="Jede Zählung bleibt erhalten. Was Sie leer lassen, gilt weiter wie zuletzt gezählt."
    >
      <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[46rem] gap-4">
        <input type="hidden" name="intent" value="count" />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="takenOn" label="Gezählt am" type="date" defaultValue={today} />
          <TextField
            {...{ name: 'site', label: 'Standort', optional: true, maxLength: LIMITS.site }}
            hint="Wenn Ihre Schule mehrere hat."
          />
        </div>
        {lines.map(({ classId, class: { name, number } }) => (
          <fieldset key={classId} className="grid gap-x-4 gap-y-1 border-t border-linie pt-3">
            <legend className="sr-only">{name}</legend>
            <p aria-hidden="true" className="font-semibold wrap-anywhere">
              {name}
            </p>
            <div className="grid grid-cols-2 gap-4">
              <TextField name={`count${number}`} label="Anzahl" inputMode="numeric" />
              <TextField
                {...{ name: `usable${number}`, label: 'Davon nutzbar', inputMode: 'numeric' }}
                optional
              />
            </div>
          </fieldset>
        ))}
        <div>
          <Button>Bestand eintragen</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
