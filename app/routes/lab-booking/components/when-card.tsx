import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextField } from '#app/ui/field.tsx'
import { EVERY } from '#server/medialab/checkout/contract.ts'
import { everyNames } from '#server/medialab/checkout/words.ts'
import { LIMITS } from '#server/medialab/contract.ts'

type Start = { way: 'lab' | 'loan'; day: string; toDay?: string; from: string; to: string }

/** When, and how often. Its button is the first of the form: the Enter key tries, it does not book. */
export function WhenCard({ start, isLoan }: { start: Start; isLoan: boolean }) {
  return (
    <Card title="Wann?">
      <div className="grid gap-4">
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
          <TextField
            {...{ name: 'day', type: 'date', required: true }}
            label={isLoan ? 'Abholung am' : 'Tag'}
            defaultValue={start.day}
            className="col-span-2"
          />
          {isLoan ? (
            <TextField
              {...{ name: 'toDay', type: 'date', label: 'Rückgabe am', required: true }}
              defaultValue={start.toDay}
              className="col-span-2"
            />
          ) : (
            <>
              <TextField
                {...{ name: 'from', type: 'time', label: 'Von', required: true }}
                defaultValue={start.from}
              />
              <TextField
                {...{ name: 'to', type: 'time', label: 'Bis', required: true }}
                defaultValue={start.to}
              />
            </>
          )}
        </div>
        <div className="group/reihe flex flex-wrap items-end gap-x-6 gap-y-3">
          <RadioBar
            name="every"
            label="Wie oft?"
            choices={choicesOf(EVERY, everyNames)}
            defaultValue="once"
          />
          <TextField
            {...{ name: 'count', label: 'Wie viele Termine?', inputMode: 'numeric', maxLength: 3 }}
            hint={`2 bis ${LIMITS.series}`}
            defaultValue={4}
            className="group-has-[[value=once]:checked]/reihe:hidden"
          />
        </div>
        <div>
          <Button name="step" value="look" variant="secondary">
            Termine prüfen
          </Button>
        </div>
      </div>
    </Card>
  )
}
