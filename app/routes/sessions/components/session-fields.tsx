import { RadioBar } from '#app/ui/choice-field.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import {
  type AgendaItem,
  DUTIES,
  type Duties,
  LIMITS,
  type MemberChoice,
  type Mode,
  MODES,
} from '#server/plg/sessions/contract.ts'
import { PROTOCOLS, protocolMinutes } from '#server/plg/sessions/protocols/contract.ts'
import { dutyNames, modeNames } from '#server/plg/sessions/words.ts'

type Values = {
  title: string
  day: string
  from: string
  to: string
  mode: Mode
  place: string
  link: string
  agenda: AgendaItem[]
  duties: Duties
}

/** Everything one says about a meeting: the same fields when planning and later. */
export function SessionFields({
  session,
  members,
  suggested,
}: {
  session?: Values
  members: MemberChoice[]
  suggested: Duties
}) {
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        required
        maxLength={LIMITS.title}
        defaultValue={session?.title}
        hint="Zum Beispiel „Auswertung der ersten Stunde“"
      />
      <div className="grid gap-4 md:grid-cols-3">
        <TextField name="day" label="Tag" type="date" required defaultValue={session?.day} />
        <TextField
          name="from"
          label="Beginn"
          type="time"
          required
          defaultValue={session?.from ?? '14:30'}
        />
        <TextField
          name="to"
          label="Ende"
          type="time"
          required
          defaultValue={session?.to ?? '16:00'}
        />
      </div>
      <PlaceFields session={session} />
      <fieldset className="grid gap-4 md:grid-cols-2">
        <legend className="mb-1 text-lg font-semibold">Wer übernimmt was?</legend>
        {DUTIES.map((duty) => (
          <SelectField
            key={duty}
            name={duty}
            label={dutyNames[duty]}
            optional
            choices={members}
            empty="Noch offen"
            hint={hintFor(suggested[duty], members)}
            defaultValue={session ? session.duties[duty] : suggested[duty]}
          />
        ))}
      </fieldset>
      <Agenda items={session?.agenda ?? []} />
    </>
  )
}

/** Where to meet, also when a poll is decided. */
export function PlaceFields({
  session,
}: {
  session?: { mode: Mode; place: string; link: string }
}) {
  return (
    <>
      <RadioBar
        name="mode"
        label="Wie treffen Sie sich?"
        defaultValue={session?.mode ?? 'presence'}
        choices={MODES.map((value) => ({ value, label: modeNames[value] }))}
      />
      <TextField
        name="place"
        label="Ort"
        optional
        maxLength={LIMITS.place}
        defaultValue={session?.place}
        hint="Schule und Raum. Bei einem reinen Videotreffen bleibt das Feld leer."
      />
      <TextField
        name="link"
        label="Adresse des Videotreffens"
        optional
        inputMode="url"
        maxLength={LIMITS.link}
        defaultValue={session?.link}
        hint="Beginnt mit https:// und wird nur Mitgliedern gezeigt."
      />
    </>
  )
}

function hintFor(personId: string | null, members: MemberChoice[]): string | undefined {
  const name = members.find(({ value }) => value === personId)?.label
  return name && `Reihum an der Reihe: ${name}`
}

const METHODS = PROTOCOLS.map(({ key, name }) => ({
  value: key,
  label: `${name} (${protocolMinutes(key)} Minuten)`,
}))
/** So many lines are open; the others wait behind one. */
const SHOWN_LINES = 5

/** As many lines as there can be; those that are empty are left out. Works without JavaScript. */
function Agenda({ items }: { items: AgendaItem[] }) {
  return (
    <fieldset>
      <legend className="text-lg font-semibold">Tagesordnung</legend>
      <p className="mb-2 text-leise">
        Leere Zeilen zählen nicht. Eine Methode bringt Schritte und Zeiten mit.
      </p>
      <Lines from={0} to={SHOWN_LINES} items={items} />
      <details open={items.length > SHOWN_LINES} className="mt-2">
        <summary className="flex min-h-11 items-center underline">Weitere Punkte</summary>
        <Lines from={SHOWN_LINES} to={LIMITS.items} items={items} />
      </details>
    </fieldset>
  )
}

function Lines({ from, to, items }: { from: number; to: number; items: AgendaItem[] }) {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at)
  return (
    <ol start={from + 1} className="grid gap-3">
      {numbers.map((at) => (
        <li key={at} className="grid gap-2 border-b border-linie pb-3 md:grid-cols-[1fr_7rem_1fr]">
          <TextField
            name={`item${at + 1}Title`}
            label={`${at + 1}. Punkt`}
            maxLength={LIMITS.itemTitle}
            defaultValue={items[at]?.title}
          />
          <TextField
            name={`item${at + 1}Minutes`}
            label={<Of words="Minuten" number={at + 1} />}
            inputMode="numeric"
            defaultValue={items[at]?.minutes}
          />
          <SelectField
            name={`item${at + 1}Protocol`}
            label={<Of words="Methode" number={at + 1} />}
            choices={METHODS}
            empty="Ohne"
            defaultValue={items[at]?.protocol}
          />
        </li>
      ))}
    </ol>
  )
}

/** Read out with the number of its line; seen, the line says it. */
function Of({ words, number }: { words: string; number: number }) {
  return (
    <>
      {words}
      <span className="sr-only"> zum {number}. Punkt</span>
    </>
  )
}
