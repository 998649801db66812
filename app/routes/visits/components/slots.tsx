import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS } from '#server/visits/offers/contract.ts'
import type { OfferSlot } from '#server/visits/offers/views.ts'
import { releaseNote, stateNames } from '#server/visits/words.ts'
import { spanOf } from './span.ts'

type SlotsProps = { slots: OfferSlot[]; canChange: boolean; reply: Reply }

/** When one can come, what is known of that day, and who has asked as far as the reader knows. */
export function Slots({ slots, canChange, reply }: SlotsProps) {
  return (
    <Card title="Termine">
      {slots.length === 0 ? (
        <p className="text-leise">Zurzeit steht kein Termin.</p>
      ) : (
        <HouseForm reply={reply} className="">
          <input type="hidden" name="intent" value="removeSlot" />
          <List>
            {slots.map((slot) => (
              <TaskRow
                key={slot.id}
                action={
                  canChange &&
                  slot.free === slot.seats && (
                    <Button variant="tertiary" name="slotId" value={slot.id}>
                      Streichen<span className="sr-only"> {spanOf(slot)}</span>
                    </Button>
                  )
                }
              >
                <p className="font-semibold">{spanOf(slot)}</p>
                <p className="text-sm text-leise">{roomOf(slot)}</p>
                {slot.warnings.length > 0 && !slot.isPast && (
                  <p className="mt-1">
                    <Badge tone="achtung">{slot.warnings.join(', ')}</Badge>
                  </p>
                )}
                <Asked slot={slot} />
              </TaskRow>
            ))}
          </List>
        </HouseForm>
      )}
    </Card>
  )
}

function roomOf({ isPast, free, seats }: OfferSlot): string {
  if (isPast) return 'Vorbei'
  return free === 0
    ? 'Alle Plätze vergeben'
    : `${free} von ${plural(seats, 'Platz', 'Plätzen')} frei`
}

function Asked({ slot }: { slot: OfferSlot }) {
  return (
    <ul>
      {slot.visits.map((visit) => (
        <li key={visit.path}>
          <Link to={visit.path} className="underline">
            {visit.isSelf ? 'Ihr Besuch' : visit.name}
          </Link>
          : {stateNames[visit.state]}
        </li>
      ))}
    </ul>
  )
}

type AskProps = { slots: OfferSlot[]; schools: Choice[]; clientKey: string; reply: Reply }

/** Can it be asked for? */
export const hasRoom = ({ isPast, free }: OfferSlot): boolean => !isPast && free > 0

/** One seat in one slot, for one of one's schools. */
export function AskForm({ slots, schools, clientKey, reply }: AskProps) {
  const free = slots.filter(hasRoom)
  if (free.length === 0 && !reply) return null
  return (
    <Card title="Besuch anfragen" lead="Die Lehrkraft antwortet Ihnen. Erst dann steht der Besuch.">
      <HouseForm reply={reply} clientKey={clientKey}>
        <RadioRows
          name="slotId"
          label="Welcher Termin?"
          defaultValue={free.length === 1 ? free[0]?.id : undefined}
          choices={free.map((slot) => ({
            value: slot.id,
            label: spanOf(slot),
            hint: [roomOf(slot), ...slot.warnings].join(' · '),
          }))}
        />
        {schools.length > 1 && (
          <SelectField
            name="schoolId"
            label="Von welcher Ihrer Schulen kommen Sie?"
            hint="Deren Schulleitung gibt Sie frei."
            empty="Bitte wählen"
            required
            choices={schools}
          />
        )}
        <p className="max-w-[68ch] text-sm text-leise">{releaseNote}</p>
        <div>
          <Button name="intent" value="request">
            Besuch anfragen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

export function NewSlot({ reply }: { reply: Reply }) {
  return (
    <Card title="Weiterer Termin">
      <HouseForm reply={reply}>
        <div className="grid gap-3 md:grid-cols-4">
          <TextField name="day" type="date" label="Tag" required />
          <TextField name="from" type="time" label="Von" required />
          <TextField name="to" type="time" label="Bis" required />
          <TextField
            name="seats"
            type="number"
            label="Plätze"
            min={1}
            max={LIMITS.seats}
            defaultValue={1}
            required
          />
        </div>
        <div>
          <Button variant="secondary" name="intent" value="addSlot">
            Termin hinzufügen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
