import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import {
  beginNextCycle,
  closePlg,
  movePhase,
  pausePlg,
  resumePlg,
} from '#server/plg/cycle/commands.ts'
import { closeInput, moveInput, pauseInput } from '#server/plg/cycle/inputs.ts'
import { cycleFor } from '#server/plg/cycle/views.ts'
import { gateNames } from '#server/plg/cycle/words.ts'
import { paths } from '#server/plg/paths.ts'
import { noteOf, stepNames, stepOf } from '#server/plg/words.ts'
import { CheckList } from './components/check-list.tsx'
import { Ending } from './components/ending.tsx'
import { DecisionList } from './components/decision-list.tsx'
import { MoveForm, PauseForm } from './components/phase-forms.tsx'
import { ofGroup, usePlgNews } from './components/use-plg-news.ts'

export const loader = page(({ actor, params, request }) =>
  cycleFor(actor, params.plg ?? '', new URL(request.url).searchParams.get('seite')),
)

export const action = forms({
  move: intent(moveInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await movePhase(actor, slug, input)
    return redirectWithToast(paths.phases(slug), 'Ihre Entscheidung ist festgehalten.')
  }),
  pause: intent(pauseInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await pausePlg(actor, slug, input)
    return redirectWithToast(paths.phases(slug), 'Die Gruppe pausiert.')
  }),
  resume: intent(pauseInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await resumePlg(actor, slug, input)
    return redirectWithToast(paths.phases(slug), 'Die Arbeit geht weiter.')
  }),
  close: intent(closeInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await closePlg(actor, slug, input)
    return redirectWithToast(paths.plg(slug), 'Die Gruppe ist abgeschlossen.')
  }),
  nextCycle: intent(pauseInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await beginNextCycle(actor, slug, input)
    return redirectWithToast(paths.phases(slug), 'Der neue Durchgang hat begonnen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Phasen – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Phases() {
  const { plg, checks, can } = useLoaderData<typeof loader>()
  usePlgNews(plg.id, ofGroup)
  const gate = checks[0]?.gate
  const isOpen = plg.phase !== 'closed'
  const until = plg.phaseUntil && !plg.isPaused ? `bis ${day(plg.phaseUntil)}` : undefined
  return (
    <>
      <Card title={plg.cycle > 1 ? `Phase im Durchgang ${plg.cycle}` : 'Phase'}>
        <div className="grid gap-4">
          <PhaseBar
            steps={stepNames}
            current={stepOf(plg.phase)}
            note={noteOf(plg) ?? until}
            isDetailed
          />
          {gate && (
            <div>
              <h3 className="mb-2">{gateNames[gate]}</h3>
              <CheckList plg={plg.slug} checks={checks} />
            </div>
          )}
        </div>
      </Card>
      {!isOpen && (
        <Notice title="Diese Gruppe ist abgeschlossen">
          Sie bleibt lesbar. Für etwas Neues gründen Sie eine neue Gruppe.
        </Notice>
      )}
      {isOpen && can.decide && <Steps />}
      <Log />
      {isOpen && can.decide && <End />}
    </>
  )
}

/** What those who speak for the group write down. */
function Steps() {
  const { plg } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      {!plg.isPaused && <MoveForm plg={plg} reply={replyTo('move')} />}
      <PauseForm plg={plg} reply={replyTo(plg.isPaused ? 'resume' : 'pause')} />
    </>
  )
}

function End() {
  const { plg, canEnd, checks, missingAtEnd } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  // What the next gate asks stands on top already.
  const missing = missingAtEnd.filter(({ key }) => !checks.some((check) => check.key === key))
  return <Ending plg={plg} canEnd={canEnd} missing={missing} reply={reply} />
}

function Log() {
  const { plg, decisions } = useLoaderData<typeof loader>()
  if (decisions.total === 0)
    return (
      <EmptyState title="Noch keine Entscheidung.">
        Jeder Schritt der Gruppe steht hier mit seinem Tag.
      </EmptyState>
    )
  return (
    <Card title="Was die Gruppe entschieden hat">
      <DecisionList decisions={decisions.rows} />
      <Pages
        label="Seiten der Entscheidungen"
        page={decisions.page}
        pages={decisions.pages}
        linkTo={(page) => `${paths.phases(plg.slug)}?seite=${page}`}
      />
    </Card>
  )
}
