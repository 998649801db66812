import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import type { FoundPerson } from '#server/medialab/checkout/contract.ts'
import { checkoutWords } from '#server/medialab/checkout/words.ts'
import { LIMITS } from '#server/medialab/contract.ts'

/** What only the SMZ may: book for somebody, and set a rule aside with a reason that is kept. */
export function StaffCard({ people, wasSought }: { people: FoundPerson[]; wasSought: boolean }) {
  return (
    <Card title="Für jemanden buchen" lead="Das sieht nur das SMZ.">
      <div className="grid gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            {...{ name: 'name', label: 'Name der Lehrkraft', optional: true, maxLength: 80 }}
            className="grow"
          />
          <Button name="step" value="look" variant="secondary">
            Person suchen
          </Button>
        </div>
        {people.length > 0 && (
          <RadioRows
            name="forWhom"
            label="Für wen?"
            choices={[{ value: '', label: 'Für mich selbst' }, ...people]}
            defaultValue=""
          />
        )}
        {wasSought && people.length === 0 && <p>{checkoutWords.nobody}</p>}
        <TextField
          {...{ name: 'override', label: 'Regeln nicht anwenden, weil', optional: true }}
          {...{ maxLength: LIMITS.reason }}
          hint="Der Grund bleibt bei der Buchung stehen. Was vergeben ist, bleibt vergeben."
        />
      </div>
    </Card>
  )
}
