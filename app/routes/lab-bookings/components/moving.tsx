import type { SerializeFrom } from '@remix-run/node'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import type { movingFor } from '#server/medialab/booking/moving/views.ts'
import { LIMITS } from '#server/medialab/contract.ts'
import { dayWords } from '#server/medialab/words.ts'

export type Moving = SerializeFrom<Awaited<ReturnType<typeof movingFor>>>
type Typed = Moving['typed']

/** Day and hours, or first and last day: what the device knows best. */
export function MoveFields({ typed, isStaff = false }: { typed: Typed; isStaff?: boolean }) {
  return (
    <>
      <div className="grid gap-5 md:grid-cols-3">
        <TextField
          {...{ name: 'day', label: typed.span ? 'Tag' : 'Von', type: 'date', required: true }}
          defaultValue={typed.from}
        />
        {typed.span ? (
          <>
            <TextField
              {...{ name: 'from', label: 'Von', type: 'time', required: true }}
              defaultValue={typed.span.from}
            />
            <TextField
              {...{ name: 'until', label: 'Bis', type: 'time', required: true }}
              defaultValue={typed.span.to}
            />
          </>
        ) : (
          <TextField
            {...{ name: 'to', label: 'Bis', type: 'date', required: true }}
            defaultValue={typed.to}
          />
        )}
      </div>
      {isStaff && (
        <TextField
          {...{ name: 'override', label: 'Regeln aussetzen, weil', optional: true }}
          hint="Der Grund steht im Verlauf."
          maxLength={LIMITS.reason}
        />
      )}
    </>
  )
}

/** The next times at which all of it is free: one press each. */
export function Alternatives({ view, all }: { view: Moving; all: Typed[] }) {
  if (all.length === 0) return null
  return (
    <Card title="Dann ist es frei">
      <List>
        {all.map((when) => (
          <TaskRow
            key={`${when.from} ${when.span?.from ?? ''}`}
            action={
              <HouseForm className="">
                <input type="hidden" name="version" value={view.booking.version} />
                <WhenFields when={when} />
                <Button variant="secondary" name="intent" value="move">
                  Dahin verschieben<span className="sr-only">: {whenWords(when)}</span>
                </Button>
              </HouseForm>
            }
          >
            {whenWords(when)}
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}

function WhenFields({ when }: { when: Typed }) {
  return (
    <>
      <input type="hidden" name="day" value={when.from} />
      {when.span ? (
        <>
          <input type="hidden" name="from" value={when.span.from} />
          <input type="hidden" name="until" value={when.span.to} />
        </>
      ) : (
        <input type="hidden" name="to" value={when.to} />
      )}
    </>
  )
}

const whenWords = ({ from, to, span }: Typed) =>
  span ? `${dayWords(from)}, ${span.from}–${span.to} Uhr` : `${dayWords(from)} bis ${dayWords(to)}`
