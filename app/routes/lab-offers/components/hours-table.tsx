import { Button } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Table } from '#app/ui/table.tsx'
import { HOURS_PURPOSES } from '#server/medialab/contract.ts'
import { type KeptHours, WEEKDAYS } from '#server/medialab/opening/contract.ts'
import { purposeNames, weekdayNames } from '#server/medialab/opening/words.ts'
import { paths } from '#server/medialab/paths.ts'

const nameOf = (weekday: number) => weekdayNames[weekday] ?? ''

/** "ab 01.02.2027", "bis 31.01.2027"; '' when it holds always. */
function validityWords({ validFrom, validUntil }: Pick<KeptHours, 'validFrom' | 'validUntil'>) {
  const parts = [validFrom && `ab ${day(validFrom)}`, validUntil && `bis ${day(validUntil)}`]
  return parts.filter(Boolean).join(' ')
}

/** A week: days under each other, purposes beside each other; each time leads to where it is changed. */
export function HoursTable({ hours }: { hours: KeptHours[] }) {
  const days = WEEKDAYS.filter((weekday) => hours.some((one) => one.weekday === weekday))
  if (days.length === 0)
    return (
      <EmptyState title="Noch keine Öffnungszeiten.">
        Solange hier nichts steht, kann niemand etwas buchen.
      </EmptyState>
    )
  return (
    <Table
      caption="Öffnungszeiten nach Wochentag und Zweck"
      stacks
      rows={days}
      rowKey={String}
      columns={[
        { key: 'day', title: 'Tag', cell: nameOf },
        ...HOURS_PURPOSES.map((purpose) => ({
          key: purpose,
          title: purposeNames[purpose],
          cell: (weekday: number) => (
            <Times
              hours={hours.filter((one) => one.weekday === weekday && one.purpose === purpose)}
            />
          ),
        })),
      ]}
    />
  )
}

function Times({ hours }: { hours: KeptHours[] }) {
  if (hours.length === 0) return <span className="text-leise">geschlossen</span>
  return (
    <ul>
      {hours.map((one) => (
        <li key={one.id}>
          <Link to={paths.hour(one.id)} className="inline-flex min-h-11 items-center underline">
            {one.from}–{one.to}
            <span className="sr-only">
              {' '}
              am {nameOf(one.weekday)}, {purposeNames[one.purpose]}, ändern
            </span>
          </Link>
          {validityWords(one) && (
            <span className="block text-sm text-leise">{validityWords(one)}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

export function HoursForm({ clientKey, reply }: { clientKey: string; reply: Reply }) {
  return (
    <Fold title="Zeit hinzufügen" isOpen={Boolean(reply)} className="mt-3">
      <HouseForm clientKey={clientKey} reply={reply}>
        <SelectField
          {...{ name: 'purpose', label: 'Wofür', empty: 'Bitte wählen' }}
          choices={choicesOf(HOURS_PURPOSES, purposeNames)}
        />
        <CheckGroup
          {...{ name: 'weekdays', label: 'Wochentage', columns: true }}
          choices={WEEKDAYS.map((value) => ({ value: String(value), label: nameOf(value) }))}
        />
        <SpanFields />
        <div>
          <Button name="intent" value="addHours">
            Zeit hinzufügen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}

/** From when to when, and between which days that holds. */
export function SpanFields({ entry }: { entry?: KeptHours }) {
  return (
    <div className="grid gap-4 md:grid-cols-4">
      <TextField {...{ name: 'from', label: 'Von', type: 'time', defaultValue: entry?.from }} />
      <TextField {...{ name: 'to', label: 'Bis', type: 'time', defaultValue: entry?.to }} />
      <TextField
        {...{ name: 'validFrom', label: 'Gilt ab', type: 'date', optional: true }}
        defaultValue={entry?.validFrom}
      />
      <TextField
        {...{ name: 'validUntil', label: 'Gilt bis', type: 'date', optional: true }}
        defaultValue={entry?.validUntil}
      />
    </div>
  )
}
