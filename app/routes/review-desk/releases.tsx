import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Undisturbed } from '#app/ui/undisturbed.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { decideCase, setReleaseMode } from '#server/software/decisions/commands.ts'
import { RELEASE_MODES } from '#server/software/decisions/contract.ts'
import { releaseDeskFor } from '#server/software/decisions/desk/views.ts'
import {
  decideInput,
  modeInput,
  proposeInput,
  settleInput,
  standardInput,
  stepInput,
} from '#server/software/decisions/inputs.ts'
import { proposeDeviation, settleProposal } from '#server/software/decisions/proposals/commands.ts'
import { setStandard, stepRelease } from '#server/software/decisions/running/commands.ts'
import { modeHints, modeNames } from '#server/software/decisions/words.ts'
import { paths } from '#server/software/paths.ts'
import { ObjectedCard } from './components/objected-card.tsx'
import { PendingCard } from './components/pending-card.tsx'
import { ProposalCard } from './components/proposal-card.tsx'
import { Refused } from './components/refused.tsx'
import { StandingReleases } from './components/standing-releases.tsx'
import { useDeskNews } from './components/use-desk-news.ts'

export const loader = page(({ actor, request }) => {
  const query = new URL(request.url).searchParams
  return releaseDeskFor(actor, {
    q: query.get('q') ?? '',
    page: pageNumber(query.get('seite')),
  })
})

const back = (sentence: string) => redirectWithToast(paths.releases(), sentence)

export const action = forms({
  decide: intent(decideInput, async ({ actor, input }) => {
    await decideCase(actor, input)
    return back('Die Entscheidung ist eingetragen. Wer es wissen muss, bekommt eine Nachricht.')
  }),
  propose: intent(proposeInput, async ({ actor, input }) => {
    await proposeDeviation(actor, input)
    return back('Der Vorschlag wartet auf eine zweite Person.')
  }),
  settle: intent(settleInput, async ({ actor, input }) => {
    await settleProposal(actor, input)
    return back('Ihre Antwort auf den Vorschlag ist eingetragen.')
  }),
  step: intent(stepInput, async ({ actor, input }) => {
    await stepRelease(actor, input)
    return back('Das gilt ab sofort. Die Schulen bekommen eine Nachricht.')
  }),
  standard: intent(standardInput, async ({ actor, input }) => {
    await setStandard(actor, input)
    return back('Die Angaben zum Standard sind gespeichert.')
  }),
  mode: intent(modeInput, async ({ actor, input }) => {
    await setReleaseMode(actor, input)
    return back('Die Regel ist gespeichert.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Freigaben – Prüfstelle – Lernen 25' }]

const OVERTAKEN =
  'Inzwischen hat jemand entschieden. Ihre Eingaben stehen noch da; beim Senden sehen Sie, ob sie noch gelten.'

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** Is what was refused about something that is not on the page any more? */
function isGone({ pending, proposals, releases, objected }: View, reply: Reply | undefined) {
  const released = releases.rows.map(({ id }) => id)
  const places: Record<string, [field: string, known: (string | number)[]]> = {
    decide: ['number', pending.map(({ number }) => number)],
    settle: ['proposalId', proposals.map(({ id }) => id)],
    propose: ['scenarioId', objected.map(({ opinion }) => opinion.scenarioId)],
    step: ['releaseId', released],
    standard: ['releaseId', released],
  }
  const [field = '', known = []] = places[reply?.intent ?? ''] ?? []
  return field !== '' && !known.map(String).includes(String(reply?.initialValue?.[field]))
}

export default function Releases() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>() as Reply | undefined
  useDeskNews()
  const answer = (name: string, field: string, value: unknown) =>
    reply?.intent === name && String(reply.initialValue?.[field]) === String(value)
      ? reply
      : undefined
  return (
    <>
      <Breadcrumb steps={[{ label: 'Prüfstelle', to: paths.desk() }, { label: 'Freigaben' }]} />
      <PageHead
        title="Freigaben"
        meta="Die Stellungnahme gibt die oder der Datenschutzbeauftragte, freigegeben wird durch den Schulträger, über den Einsatz entscheidet jede Schule."
      />
      <div className="grid gap-5">
        {isGone(view, reply) && <Refused reply={reply} />}
        {view.can.release && (
          <Undisturbed
            data={view.pending}
            mark={view.pending.map(({ number }) => number).join(' ')}
            reply={reply?.intent === 'decide' ? reply : undefined}
            words={OVERTAKEN}
          >
            {(pending) => (
              <Card title="Warten auf eine Entscheidung">
                {pending.length === 0 ? (
                  <EmptyState title="Keine Stellungnahme wartet auf eine Entscheidung." />
                ) : (
                  <div className="grid gap-4">
                    {pending.map((one) => (
                      <PendingCard
                        key={one.number}
                        one={one}
                        reply={answer('decide', 'number', one.number)}
                      />
                    ))}
                  </div>
                )}
              </Card>
            )}
          </Undisturbed>
        )}
        {view.proposals.length > 0 && (
          <Card title="Gegen eine Stellungnahme: zweite Person">
            <div className="grid gap-4">
              {view.proposals.map((one) => (
                <ProposalCard
                  key={one.id}
                  one={one}
                  reply={answer('settle', 'proposalId', one.id)}
                />
              ))}
            </div>
          </Card>
        )}
        <Undisturbed
          key={`${view.q} ${view.releases.page}`}
          data={view}
          mark={view.releases.rows.map(({ id, steps }) => `${id} ${steps.join(' ')}`).join(' ')}
          reply={reply?.intent === 'step' || reply?.intent === 'standard' ? reply : undefined}
          words={OVERTAKEN}
        >
          {(shown) => (
            <StandingReleases
              view={shown}
              answerTo={(id) =>
                answer('step', 'releaseId', id) ?? answer('standard', 'releaseId', id)
              }
            />
          )}
        </Undisturbed>
        {view.objected.length > 0 && (
          <ObjectedCard
            objected={view.objected}
            answerTo={(id) => answer('propose', 'scenarioId', id)}
          />
        )}
        {view.can.configure && <Rule mode={view.mode} reply={reply} />}
      </div>
    </>
  )
}

/** How releases come about, for those who may set it. */
function Rule({ mode, reply }: { mode: View['mode']; reply: Reply | undefined }) {
  const own = reply?.intent === 'mode' ? reply : undefined
  return (
    <Card title="Regel der Freigabe" lead={`Jetzt: ${modeNames[mode]}.`}>
      <Fold title="Regel ändern" isOpen={own !== undefined}>
        <HouseForm reply={own} className="grid max-w-[40rem] gap-4">
          <input type="hidden" name="intent" value="mode" />
          <RadioRows
            name="mode"
            label="Wie wird freigegeben?"
            choices={RELEASE_MODES.map((value) => ({
              value,
              label: modeNames[value],
              hint: modeHints[value],
            }))}
            defaultValue={mode}
          />
          <div>
            <Button>Regel speichern</Button>
          </div>
        </HouseForm>
      </Fold>
    </Card>
  )
}
