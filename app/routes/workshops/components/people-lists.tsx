import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, longDay, time } from '#app/ui/format.ts'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS, type SeatState } from '#server/medialab/workshops/contract.ts'

type Person = {
  id: string
  name: string
  school: string | null
  state: SeatState
  deadline: Instant | null
  wasPresent: boolean | null
}

const Who = ({ person: { name, school } }: { person: Person }) => (
  <>
    <span className="font-semibold wrap-anywhere">{name}</span>
    {school && <span className="block text-sm text-leise">{school}</span>}
  </>
)

/** Who asks for a seat, and what the SMZ says to it. */
export function Requests({
  people,
  canDecide,
  reply,
}: {
  people: Person[]
  canDecide: boolean
  reply: Reply
}) {
  return (
    <List>
      {people.map((person) => (
        <li key={person.id} className="py-zeile">
          <Who person={person} />
          {canDecide && (
            <div className="mt-2 flex flex-wrap items-start gap-x-5 gap-y-2">
              <HouseForm>
                <input type="hidden" name="seat" value={person.id} />
                <Button name="intent" value="approve">
                  Bestätigen<span className="sr-only">: {person.name}</span>
                </Button>
              </HouseForm>
              <Fold title={`${person.name} ablehnen`}>
                <HouseForm reply={reply?.initialValue?.seat === person.id ? reply : undefined}>
                  <input type="hidden" name="seat" value={person.id} />
                  <TextField name="reason" label="Warum?" maxLength={LIMITS.reason} />
                  <Button variant="secondary" name="intent" value="reject">
                    Ablehnen
                  </Button>
                </HouseForm>
              </Fold>
            </div>
          )}
        </li>
      ))}
    </List>
  )
}

/** Who has a seat; once it has begun, who was there. */
export function Taken({
  people,
  version,
  canTick,
  reply,
}: {
  people: Person[]
  version: number
  canTick: boolean
  reply: Reply
}) {
  if (!canTick)
    return (
      <List>
        {people.map((person) => (
          <TaskRow key={person.id}>
            <Who person={person} />
          </TaskRow>
        ))}
      </List>
    )
  return (
    <HouseForm reply={reply} className="grid gap-4">
      <input type="hidden" name="version" value={version} />
      <fieldset>
        <legend className="sr-only">Wer war da?</legend>
        {people.map((person) => (
          <label key={person.id} className="flex min-h-11 items-center gap-3 py-1.5">
            <input
              type="checkbox"
              name="present"
              value={person.id}
              defaultChecked={person.wasPresent === true}
              className="size-5 shrink-0"
            />
            <span className="min-w-0">
              <Who person={person} />
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button name="intent" value="presence">
          Anwesenheit speichern
        </Button>
      </div>
    </HouseForm>
  )
}

/** Who waits, in order; who was offered a seat has until then. */
export function Line({ people }: { people: Person[] }) {
  return (
    <ol className="list-decimal pl-6">
      {people.map((person) => (
        <li key={person.id} className="py-1.5">
          <Who person={person} />
          {person.deadline !== null && (
            <Badge tone="achtung">
              Platz angeboten bis {longDay(person.deadline)}, {time(person.deadline)} Uhr
            </Badge>
          )}
        </li>
      ))}
    </ol>
  )
}

/** The list on paper, with room for a signature. */
export function PrintTable({ people }: { people: Person[] }) {
  return (
    <table className="hidden w-full border-collapse text-left print:table">
      <caption className="sr-only">Teilnahmeliste</caption>
      <thead>
        <tr>
          {['Name', 'Schule', 'Unterschrift'].map((title) => (
            <th key={title} scope="col" className="border border-rand p-2">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map(({ id, name, school }) => (
          <tr key={id}>
            <th scope="row" className="border border-rand p-2">
              {name}
            </th>
            <td className="border border-rand p-2">{school}</td>
            <td className="w-1/3 border border-rand p-2" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}
