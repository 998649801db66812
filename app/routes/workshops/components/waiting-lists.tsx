import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Choice, SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, longDay, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { LIMITS } from '#server/medialab/contract.ts'

type Entry = {
  id: string
  name: string
  path: string
  when: string
  quantity: number
  state: string
  deadline: Instant | null
  position: number
}

/** What one waits for, and what is held for one until when. */
export function Entries({ entries, reply }: { entries: Entry[]; reply: Reply }) {
  return (
    <List>
      {entries.map((entry) => (
        <TaskRow key={entry.id} action={<Answer entry={entry} reply={reply} />}>
          <Link to={entry.path} className="font-semibold wrap-anywhere underline">
            {entry.quantity > 1 && `${entry.quantity} × `}
            {entry.name}
          </Link>
          <p>{entry.when}</p>
          <p className="mt-1">
            {entry.deadline === null ? (
              <Badge tone="offen">Platz {entry.position}</Badge>
            ) : (
              <Badge tone="achtung">
                Für Sie reserviert bis {longDay(entry.deadline)}, {time(entry.deadline)} Uhr
              </Badge>
            )}
          </p>
        </TaskRow>
      ))}
    </List>
  )
}

function Answer({ entry, reply }: { entry: Entry; reply: Reply }) {
  const isOffered = entry.deadline !== null
  return (
    <HouseForm
      reply={reply?.initialValue?.entry === entry.id ? reply : undefined}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="entry" value={entry.id} />
      {isOffered && (
        <Button name="intent" value="accept">
          Annehmen<span className="sr-only">: {entry.name}</span>
        </Button>
      )}
      <Button variant="secondary" name="intent" value="leave">
        {isOffered ? 'Ablehnen' : 'Nicht mehr warten'}
        <span className="sr-only">: {entry.name}</span>
      </Button>
    </HouseForm>
  )
}

type Wish = {
  asked: {
    angebot: string
    tag: string
    bis_tag: string | undefined
    von: string | undefined
    bis: string | undefined
    anzahl: number
  }
}

/** The wish of the address, confirmed with what it is for. */
export function JoinForm({
  wish: { asked },
  schools,
  plgs,
  projects,
  clientKey,
  reply,
}: {
  wish: Wish
  schools: Choice[]
  plgs: Choice[]
  projects: Choice[]
  clientKey: string
  reply: Reply
}) {
  return (
    <HouseForm reply={reply} clientKey={clientKey}>
      {Object.entries(asked).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {schools.length > 1 && (
        <SelectField
          name="school"
          label="Für welche Ihrer Schulen?"
          empty="Bitte wählen"
          choices={schools}
        />
      )}
      <TextField
        name="purpose"
        label="Wofür brauchen Sie es?"
        hint="Klasse und Thema, zum Beispiel „6b, Brüche“."
        maxLength={LIMITS.purpose.max}
      />
      <TextField
        name="participants"
        type="number"
        min={1}
        max={LIMITS.participants}
        label="Wie viele Personen?"
        optional
        className="max-w-[18rem]"
      />
      {plgs.length > 0 && (
        <SelectField
          {...{ name: 'plgId', label: 'PLG', optional: true, empty: 'Keine PLG', choices: plgs }}
          hint="Was eine laufende PLG braucht, geht vor."
        />
      )}
      {projects.length > 0 && (
        <SelectField
          {...{ name: 'projectId', label: 'Vorhaben', optional: true, empty: 'Kein Vorhaben' }}
          choices={projects}
        />
      )}
      <p>
        Wird es frei, halten wir es für Sie fest. Sie haben dann bis 12:00 Uhr des nächsten
        Schultags Zeit.
      </p>
      <div>
        <Button name="intent" value="join">
          Auf die Warteliste
        </Button>
      </div>
    </HouseForm>
  )
}
