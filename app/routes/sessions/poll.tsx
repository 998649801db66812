import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioBar, RadioRows } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, longDay, time } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { answerPoll, decidePoll, endPoll } from '#server/plg/polls/commands.ts'
import { ANSWERS, type Slot } from '#server/plg/polls/contract.ts'
import { answerInput, decideInput, endInput } from '#server/plg/polls/inputs.ts'
import { paths } from '#server/plg/polls/paths.ts'
import { pollFor } from '#server/plg/polls/views.ts'
import { answerNames, pollStateNames } from '#server/plg/polls/words.ts'
import { paths as sessionPaths } from '#server/plg/sessions/paths.ts'
import { DayFacts } from './components/day-facts.tsx'
import { PlaceFields } from './components/session-fields.tsx'

type Params = { plg?: string; nr?: string }
const placeOf = ({ plg = '', nr = '' }: Params) => ({ plg, number: nr })
const pageOf = ({ plg = '', nr = '' }: Params) => paths.poll(plg, Number(nr))

export const loader = page(({ actor, params }) => pollFor(actor, placeOf(params)))

export const action = forms({
  answer: intent(answerInput, async ({ actor, params, input }) => {
    await answerPoll(actor, placeOf(params), input)
    return redirectWithToast(pageOf(params), 'Ihre Antworten sind gespeichert.')
  }),
  decide: intent(decideInput, async ({ actor, params, input }) => {
    const number = await decidePoll(actor, placeOf(params), input)
    const to = sessionPaths.session(params.plg ?? '', number)
    return redirectWithToast(to, 'Der Termin steht. Alle erfahren davon.')
  }),
  end: intent(endInput, async ({ actor, params }) => {
    await endPoll(actor, placeOf(params))
    return redirectWithToast(pageOf(params), 'Die Umfrage ist beendet.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.poll.title ?? 'Umfrage'} – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

const whenOf = ({ startsAt, endsAt }: Slot) =>
  `${longDay(startsAt)}, ${time(startsAt)} bis ${time(endsAt)} Uhr`

export default function Poll() {
  const { plg, poll, slots, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const refresh = useRefresh()
  const soon = () => refresh(spread(1_500))
  useNews({ kind: 'plg', id: plg.id }, { onNews: soon, onReturn: soon })
  const hasAnswered = slots.some(({ own }) => own !== null)
  return (
    <>
      <Card
        title={`Termin suchen: ${poll.title}`}
        aside={
          <Badge tone={poll.state === 'open' ? 'aktion' : 'offen'}>
            {pollStateNames[poll.state]}
          </Badge>
        }
        lead={poll.closesOn ? `Antworten bis ${day(poll.closesOn)}` : undefined}
      >
        {poll.note && <p className="whitespace-pre-wrap">{poll.note}</p>}
        {poll.session !== null && (
          <Notice
            tone="ok"
            title="Der Termin steht fest"
            action={
              <ButtonLink to={sessionPaths.session(plg.slug, poll.session)}>Zum Termin</ButtonLink>
            }
          />
        )}
      </Card>
      {can.answer && (
        <Card title="Ihre Antworten">
          <HouseForm reply={replyTo('answer')}>
            {slots.map((slot, at) => (
              <RadioBar
                key={slot.id}
                name={`answer${at + 1}`}
                label={whenOf(slot)}
                defaultValue={slot.own ?? undefined}
                choices={ANSWERS.map((value) => ({ value, label: answerNames[value] }))}
              />
            ))}
            <div>
              <Button variant={hasAnswered ? 'secondary' : 'primary'} name="intent" value="answer">
                Antworten speichern
              </Button>
            </div>
          </HouseForm>
        </Card>
      )}
      <Card title="Wer kann wann?">
        <Table
          caption="Zeiten und Antworten"
          rows={slots}
          rowKey={({ id }) => id}
          columns={[
            { key: 'when', title: 'Zeit', cell: (slot) => <When slot={slot} /> },
            { key: 'answers', title: 'Antworten', cell: (slot) => <Answers slot={slot} /> },
          ]}
        />
      </Card>
      {can.decide && (
        <Card
          title="Entscheiden"
          lead="Aus der gewählten Zeit wird ein Termin, und alle erfahren davon."
        >
          <HouseForm reply={replyTo('decide')}>
            <RadioRows
              name="slot"
              label="Welche Zeit?"
              choices={slots.map((slot) => ({
                value: slot.id,
                label: whenOf(slot),
                hint: countsOf(slot),
              }))}
            />
            <PlaceFields />
            <div>
              <Button name="intent" value="decide">
                Termin festlegen
              </Button>
            </div>
          </HouseForm>
          <HouseForm reply={replyTo('end')} className="mt-3">
            <Button variant="tertiary" name="intent" value="end">
              Umfrage ohne Termin beenden
            </Button>
          </HouseForm>
        </Card>
      )}
    </>
  )
}

function When({ slot }: { slot: Slot }) {
  return (
    <>
      <span>{whenOf(slot)}</span>
      <DayFacts facts={slot.dayFacts} />
    </>
  )
}

const countsOf = ({ answers }: Slot) =>
  ANSWERS.map((answer) => `${answerNames[answer]}: ${answers[answer].length}`).join(' · ')

function Answers({ slot }: { slot: Slot }) {
  return (
    <ul>
      {ANSWERS.map((answer) => (
        <li key={answer}>
          {answerNames[answer]}: <strong>{slot.answers[answer].length}</strong>
          {slot.answers[answer].length > 0 && (
            <span className="block text-sm text-leise">{slot.answers[answer].join(', ')}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
