import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { openPoll } from '#server/plg/polls/commands.ts'
import { LIMITS } from '#server/plg/polls/contract.ts'
import { openPollInput } from '#server/plg/polls/inputs.ts'
import { paths } from '#server/plg/polls/paths.ts'
import { newPollFor } from '#server/plg/polls/views.ts'
import { paths as sessionPaths } from '#server/plg/sessions/paths.ts'

export const loader = page(({ actor, params }) => newPollFor(actor, params.plg ?? ''))

export const action = form(openPollInput, async ({ actor, params, input }) => {
  const slug = params.plg ?? ''
  const number = await openPoll(actor, slug, input)
  return redirectWithToast(paths.poll(slug, number), 'Die Umfrage läuft. Alle erfahren davon.')
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Termin suchen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

/** So many lines are there to begin with; more behind a line with an arrow. */
const SHOWN = 4

export default function NewPoll() {
  const { plg, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const sent = Object.entries(reply?.initialValue ?? {})
  const hasMore = sent.some(
    ([name, value]) => value && Number(/^slot(\d+)Day$/.exec(name)?.[1]) > SHOWN,
  )
  return (
    <Card
      title="Termin suchen"
      lead="Schlagen Sie mehrere Zeiten vor. In der Umfrage steht dabei, ob an einer Ihrer Schulen frei ist."
    >
      <HouseForm reply={reply} clientKey={clientKey}>
        <TextField name="title" label="Wofür?" required maxLength={LIMITS.title} />
        <TextArea name="note" label="Hinweis" optional rows={2} maxLength={LIMITS.note} />
        <TextField name="closesOn" label="Antworten bis" optional type="date" />
        <fieldset>
          <legend className="text-lg font-semibold">Zeiten</legend>
          <p className="mb-2 text-leise">Mindestens zwei. Zeilen ohne Tag zählen nicht.</p>
          <Lines from={1} to={SHOWN} />
          <Fold title="Weitere Zeiten" isOpen={hasMore}>
            <Lines from={SHOWN + 1} to={LIMITS.slots} />
          </Fold>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Button>Umfrage starten</Button>
          <ButtonLink variant="tertiary" to={sessionPaths.list(plg.slug)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}

function Lines({ from, to }: { from: number; to: number }) {
  return (
    <ol start={from} className="grid gap-3">
      {Array.from({ length: to - from + 1 }, (_, at) => from + at).map((at) => (
        <li key={at} className="grid grid-cols-2 gap-2 border-b border-linie pb-3 md:grid-cols-3">
          <TextField
            name={`slot${at}Day`}
            label={`${at}. Tag`}
            type="date"
            className="col-span-2 md:col-span-1"
          />
          <TextField
            name={`slot${at}From`}
            label={<Of words="Beginn" number={at} />}
            type="time"
            defaultValue="14:30"
          />
          <TextField
            name={`slot${at}To`}
            label={<Of words="Ende" number={at} />}
            type="time"
            defaultValue="16:00"
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
      <span className="sr-only"> am {number}. Tag</span>
    </>
  )
}
