import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { forms, intent, page } from '#app/http/page.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as plgPaths } from '#server/plg/paths.ts'
import { moveRun, openNotes, startProtocol } from '#server/plg/sessions/live/commands.ts'
import { moveInput, notesInput, startInput } from '#server/plg/sessions/live/inputs.ts'
import { liveFor } from '#server/plg/sessions/live/views.ts'
import { paths } from '#server/plg/sessions/paths.ts'
import {
  PROTOCOLS,
  protocolMinutes,
  protocolOf,
  type Run,
  runFromWord,
} from '#server/plg/sessions/protocols/contract.ts'
import { Norms } from './components/meeting.tsx'
import { RunControls, RunView } from './components/run-view.tsx'

type Params = { plg?: string; nr?: string }
const placeOf = ({ plg = '', nr = '' }: Params) => ({ plg, number: nr })
const pageOf = ({ plg = '', nr = '' }: Params) => paths.live(plg, Number(nr))

export const loader = page(({ actor, params }) => liveFor(actor, placeOf(params)))

export const action = forms({
  start: intent(startInput, async ({ actor, params, input }) => {
    await startProtocol(actor, placeOf(params), input)
    return redirect(pageOf(params), 303)
  }),
  move: intent(moveInput, async ({ actor, params, input }) => {
    await moveRun(actor, placeOf(params), input)
    return redirect(pageOf(params), 303)
  }),
  notes: intent(notesInput, async ({ actor, params }) =>
    redirect(await openNotes(actor, placeOf(params)), 303),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Treffen: ${data?.session.title ?? 'Termin'} – Lernen 25` },
]

const NEVER_RAN = 0

export default function Live() {
  const {
    plg,
    session,
    run: loaded,
    planned,
    norms,
    notes,
    serverNow,
    can,
  } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const run = useRun(session.id, loaded)
  const room = { kind: 'plg-session', id: session.id }
  return (
    <>
      <Breadcrumb
        steps={[
          { label: plg.title, to: plgPaths.plg(plg.slug) },
          { label: 'Termine', to: paths.list(plg.slug) },
          { label: session.title, to: paths.session(plg.slug, session.number) },
          { label: 'Treffen' },
        ]}
      />
      <PageHead
        title={session.title}
        meta={`${longDay(session.startsAt)}, ${time(session.startsAt)} bis ${time(session.endsAt)} Uhr`}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:items-start">
        <Card
          title="Gerade"
          aside={
            <Link
              to="."
              reloadDocument
              className="inline-flex min-h-11 items-center text-sm underline"
            >
              Neu laden
            </Link>
          }
        >
          <Now run={run} room={room} serverNow={serverNow} reply={replyTo('move')} can={can} />
          {!isRunning(run) && can.leadProtocol && (
            <Start planned={planned} version={run?.version ?? NEVER_RAN} reply={replyTo('start')} />
          )}
        </Card>
        <div className="grid min-w-0 gap-5">
          {(notes !== null || can.takeNotes) && <Notes notes={notes} />}
          <Norms norms={norms} />
        </div>
      </div>
    </>
  )
}

const isRunning = (run: Run | null) => run !== null && !run.isOver

/** The step all are in, and for one of them what to press. */
function Now({
  run,
  room,
  serverNow,
  reply,
  can,
}: {
  run: Run | null
  room: { kind: string; id: string }
  serverNow: number
  reply: Parameters<typeof RunControls>[0]['reply']
  can: { leadProtocol: boolean }
}) {
  const protocol = run ? protocolOf(run.protocol) : undefined
  if (!run || run.isOver || !protocol)
    return (
      <p className="text-leise">
        {run && protocol ? `${protocol.name} ist beendet.` : 'Gerade läuft keine Methode.'}
      </p>
    )
  return (
    <div className="grid gap-5">
      <RunView run={run} protocol={protocol} place={room} serverNow={serverNow} />
      {can.leadProtocol && <RunControls run={run} protocol={protocol} reply={reply} />}
    </div>
  )
}

/** Where the group stands: as the page was loaded, or as the line has told since. */
function useRun(sessionId: string, loaded: Run | null): Run | null {
  const [heard, setHeard] = useState<Run | null>(null)
  const refresh = useRefresh()
  useNews(
    { kind: 'plg-session', id: sessionId },
    {
      onNews: ({ what }) => {
        const run = runFromWord(what)
        if (run) setHeard(run)
        else refresh(1_000)
      },
      onReturn: () => refresh(0),
    },
  )
  return heard && heard.version > (loaded?.version ?? NEVER_RAN) ? heard : loaded
}

function Start({
  planned,
  version,
  reply,
}: {
  planned: string[]
  version: number
  reply: Parameters<typeof HouseForm>[0]['reply']
}) {
  return (
    <HouseForm reply={reply} className="mt-4 grid gap-3" preventScrollReset>
      <input type="hidden" name="version" value={version} />
      <SelectField
        name="protocol"
        label="Methode"
        choices={PROTOCOLS.map(({ key, name }) => ({
          value: key,
          label: `${name} (${protocolMinutes(key)} Minuten)`,
        }))}
        defaultValue={planned[0] ?? 'check_in_out'}
      />
      <div>
        <Button name="intent" value="start">
          Methode beginnen
        </Button>
      </div>
    </HouseForm>
  )
}

function Notes({ notes }: { notes: { title: string; path: string } | null }) {
  return (
    <Card
      title="Mitschrift"
      lead="Ein Dokument dieser PLG, in dem alle gleichzeitig schreiben können."
    >
      {notes ? (
        <ButtonLink to={`${notes.path}/bearbeiten`} target="_blank" rel="noopener">
          Mitschreiben
          <span className="sr-only"> (öffnet einen neuen Tab)</span>
        </ButtonLink>
      ) : (
        <HouseForm className="">
          <Button variant="secondary" name="intent" value="notes">
            Mitschrift anlegen
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}
