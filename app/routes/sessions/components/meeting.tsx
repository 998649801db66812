import type { Reply } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { LIMITS } from '#server/plg/sessions/contract.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import { protocolOf } from '#server/plg/sessions/protocols/contract.ts'
import type { sessionFor } from '#server/plg/sessions/views.ts'
import { agendaWords, dutyNames, lengthWords, modeNames } from '#server/plg/sessions/words.ts'
import { DayFacts } from './day-facts.tsx'
import { useAccepted } from './use-accepted.ts'

export type View = Awaited<ReturnType<typeof sessionFor>>
type Answered = { view: View; reply: Reply | undefined }

/** When, where, who does what. */
export function Facts({ view: { plg, session, can, now } }: { view: View }) {
  const { startsAt, endsAt, mode, place, link, duties, dayFacts, state } = session
  const isPast = new Date(endsAt) < new Date(now)
  return (
    <Card
      title={session.title}
      aside={state === 'cancelled' ? <Badge tone="stopp">abgesagt</Badge> : undefined}
    >
      <DefinitionList
        facts={[
          ['Wann', `${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr`],
          ['Wie', modeNames[mode]],
          ['Ort', place],
          [
            'Video',
            link && (
              <a href={link} rel="noreferrer noopener" className="wrap-anywhere underline">
                {link}
              </a>
            ),
          ],
          ...duties.map(({ duty, name }): [string, string] => [dutyNames[duty], name]),
        ]}
      />
      <DayFacts facts={dayFacts} />
      <div className="mt-4 flex flex-wrap gap-3">
        {state !== 'cancelled' && (
          <ButtonLink
            variant={isPast ? 'secondary' : 'primary'}
            to={paths.live(plg.slug, session.number)}
          >
            Zum Treffen
          </ButtonLink>
        )}
        {can.change && (
          <ButtonLink to={paths.edit(plg.slug, session.number)}>Ändern oder absagen</ButtonLink>
        )}
        {!isPast && (
          <a
            href={paths.ics(plg.slug, session.number)}
            className="inline-flex min-h-11 items-center underline"
          >
            In meinen Kalender
          </a>
        )}
      </div>
    </Card>
  )
}

export function Agenda({ session }: { session: View['session'] }) {
  if (session.agenda.length === 0) return null
  return (
    <Card title="Tagesordnung" lead={agendaWords(session.agendaMinutes, session.length)}>
      <ol className="divide-y divide-linie">
        {session.agenda.map(({ title, minutes, protocol }, at) => (
          <li key={at} className="flex justify-between gap-4 py-zeile">
            <span className="min-w-0">
              <span className="wrap-anywhere">{title}</span>
              {protocol && protocolOf(protocol)?.name !== title && (
                <span className="block text-sm text-leise">{protocolOf(protocol)?.name}</span>
              )}
            </span>
            <span className="shrink-0">{lengthWords(minutes)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** Read at the beginning, so that all have them in mind. */
export function Norms({ norms }: { norms: { id: string; text: string }[] }) {
  if (norms.length === 0) return null
  return (
    <Card title="So arbeiten wir zusammen">
      <ul className="list-disc pl-5">
        {norms.map(({ id, text }) => (
          <li key={id} className="py-1">
            {text}
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Attendance({ view: { people, can }, reply }: Answered) {
  const present = people.filter(({ isPresent }) => isPresent)
  if (!can.noteAttendance)
    return present.length > 0 ? (
      <Card title="Dabei waren">
        <p>{present.map(({ name }) => name).join(', ')}</p>
      </Card>
    ) : null
  return (
    <Card title="Wer war dabei?">
      <HouseForm reply={reply} className="grid gap-3">
        <CheckGroup
          name="person"
          label="Anwesend"
          columns
          choices={people.map(({ personId, name }) => ({ value: personId, label: name }))}
          defaultValue={present.map(({ personId }) => personId)}
        />
        <div>
          <Button variant="secondary" name="intent" value="attendance">
            Anwesenheit speichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

export function Minutes({ view: { plg, session, can } }: { view: View }) {
  if (session.minutes === '' && !can.writeMinutes) return null
  return (
    <Card
      title="Protokoll"
      aside={
        can.writeMinutes && (
          <Link
            to={paths.minutes(plg.slug, session.number)}
            className="inline-flex min-h-11 items-center underline"
          >
            {session.minutes === '' ? 'Protokoll schreiben' : 'Protokoll bearbeiten'}
          </Link>
        )
      }
    >
      <p className="max-w-[68ch] wrap-anywhere whitespace-pre-wrap">
        {session.minutes || 'Noch nichts aufgeschrieben.'}
      </p>
    </Card>
  )
}

export function Decisions({ view: { decisions, can }, reply }: Answered) {
  const accepted = useAccepted('decision', reply)
  if (decisions.length === 0 && !can.writeMinutes) return null
  return (
    <Card title="Beschlüsse">
      <List>
        {decisions.map(({ id, text }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-zeile">
            <p className="min-w-0 wrap-anywhere">{text}</p>
            {can.writeMinutes && (
              <HouseForm className="">
                <input type="hidden" name="decision" value={id} />
                <Button variant="tertiary" name="intent" value="removeDecision">
                  Entfernen<span className="sr-only"> {text}</span>
                </Button>
              </HouseForm>
            )}
          </li>
        ))}
      </List>
      {can.writeMinutes && (
        <HouseForm reply={reply} className="mt-3 grid gap-3" key={accepted}>
          <TextField
            name="decision"
            label="Neuer Beschluss in einem Satz"
            required
            maxLength={LIMITS.decision}
          />
          <div>
            <Button variant="secondary" name="intent" value="decision">
              Beschluss festhalten
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}

/** Two sentences each. Only the members of the PLG read them. */
export function CheckOut({ view: { checkOuts, can }, reply }: Answered) {
  const own = checkOuts.find(({ isOwn }) => isOwn)
  if (checkOuts.length === 0 && !can.checkOut) return null
  return (
    <Card title="Check-out" lead="Das lesen nur die Mitglieder dieser PLG.">
      <List>
        {checkOuts.map(({ personId, name, takeaway, nextStep }) => (
          <li key={personId} className="py-zeile">
            <p className="font-semibold">{name}</p>
            {takeaway && <p className="whitespace-pre-wrap">{takeaway}</p>}
            {nextStep && <p className="whitespace-pre-wrap">Nächster Schritt: {nextStep}</p>}
          </li>
        ))}
      </List>
      {can.checkOut && (
        <HouseForm reply={reply} className="mt-3 grid gap-3">
          <TextArea
            name="takeaway"
            label="Das nehme ich mit"
            optional
            rows={2}
            maxLength={LIMITS.checkOut}
            defaultValue={own?.takeaway}
          />
          <TextArea
            name="nextStep"
            label="Mein nächster Schritt in meiner Klasse"
            optional
            rows={2}
            maxLength={LIMITS.checkOut}
            defaultValue={own?.nextStep}
          />
          <div>
            <Button variant="secondary" name="intent" value="checkOut">
              Check-out speichern
            </Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
