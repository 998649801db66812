import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS } from '#server/concepts/talks/contract.ts'
import { sideNames } from '#server/concepts/talks/words.ts'
import type { Answer } from './seen-print.tsx'
import type { TalkView } from './talk-view.ts'

/** Proposals of both sides: the other side takes one. */
export function DatesCard({
  view: { talk, dates, side, can },
  reply,
}: {
  view: TalkView
  reply: Answer
}) {
  const isOpen = (dates.length === 0 && !talk.startsAt) || reply?.intent === 'propose'
  return (
    <Card title="Termin">
      {dates.length > 0 ? (
        <List>
          {dates.map((date) => (
            <TaskRow
              key={date.id}
              action={can.plan && <DateAction {...date} own={date.side === side} />}
            >
              {longDay(date.startsAt)}, {time(date.startsAt)} bis {time(date.endsAt)} Uhr
              {date.place && `, ${date.place}`}
              <span className="block text-sm text-leise">
                {date.answer === 'accepted' ? 'Angenommen' : `Vorschlag: ${sideNames[date.side]}`}
              </span>
            </TaskRow>
          ))}
        </List>
      ) : (
        <p className="text-leise">
          {talk.startsAt
            ? 'Der Termin steht oben.'
            : 'Noch hat niemand einen Termin vorgeschlagen.'}
        </p>
      )}
      {can.plan && (
        <Fold title="Termine vorschlagen" isOpen={isOpen}>
          <HouseForm
            reply={reply?.intent === 'propose' ? reply : undefined}
            className="grid max-w-[46rem] gap-4"
          >
            {([1, 2, 3] as const).map((line) => (
              <fieldset key={line}>
                <legend className="mb-1 text-leise">Vorschlag {line}</legend>
                <div className="grid gap-4 sm:grid-cols-3">
                  <TextField name={`day${line}`} label="Tag" type="date" optional={line > 1} />
                  <TextField name={`from${line}`} label="Von" type="time" optional={line > 1} />
                  <TextField name={`to${line}`} label="Bis" type="time" optional={line > 1} />
                </div>
              </fieldset>
            ))}
            <TextField name="place" label="Ort" optional maxLength={LIMITS.place} />
            <div>
              <Button variant="secondary" name="intent" value="propose">
                Termine vorschlagen
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}

function DateAction({
  id,
  answer,
  own,
}: {
  id: string
  answer: 'open' | 'accepted'
  own: boolean
}) {
  if (answer === 'accepted') return null
  return (
    <HouseForm className="">
      <input type="hidden" name="date" value={id} />
      {own ? (
        <Button variant="tertiary" name="intent" value="withdraw">
          Zurücknehmen
        </Button>
      ) : (
        <Button name="intent" value="accept">
          Termin annehmen
        </Button>
      )}
    </HouseForm>
  )
}
