import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict, Overtaken } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { ReviewState } from '#server/software/cases/contract.ts'
import { stateNames, stateNext } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import { numberIn } from '#server/software/proposing/paths.ts'
import { signDecision } from '#server/software/review/opinions/commands.ts'
import { signInput } from '#server/software/review/opinions/inputs.ts'
import { signingFor } from '#server/software/review/opinions/views.ts'
import { signingPath } from '#server/software/review/paths.ts'
import { verdictNames } from '#server/software/standing/words.ts'
import { useDeskNews } from './components/use-desk-news.ts'

export const loader = page(({ actor, params }) => signingFor(actor, numberIn(params.number)))

export const action = forms({
  sign: intent(signInput, async ({ actor, params, input }) => {
    const number = numberIn(params.number)
    await signDecision(actor, number, input)
    return redirectWithToast(paths.review(number), 'Die Entscheidung ist veröffentlicht.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.case.app ?? 'App'} unterschreiben – Prüfstelle – Lernen 25` },
]

/** The decision once more before it stands for good, and whom it reaches. */
export default function Sign() {
  const latest = useLoaderData<typeof loader>()
  return <Signing key={latest.case.id} latest={latest} />
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Signing({ latest }: { latest: View }) {
  const reply = useActionData<typeof action>()
  // Nobody signs what was changed under their eyes: the page stays as it was read.
  const [{ case: one, decision }] = useState(latest)
  const isStale =
    latest.case.version !== one.version || (latest.decision === null) !== (decision === null)
  useDeskNews(one.id)
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Prüfstelle', to: paths.desk() },
          { label: one.app, to: paths.review(one.number) },
          { label: 'Unterschreiben' },
        ]}
      />
      <PageHead title={`Stellungnahme zu ${one.app}`} meta={`Nr. ${one.number}`} />
      {decision ? (
        <div className="grid gap-5">
          {decision.verdicts.map(({ id, label, variant, verdict, conditions }) => (
            <Card key={id} title={`${variant}: ${label}`}>
              <p className="mb-2">
                <Badge tone={verdict === 'objection' ? 'stopp' : 'aktion'}>
                  {verdictNames[verdict]}
                </Badge>
              </p>
              <ul className="list-disc pl-6">
                {conditions.map((condition) => (
                  <li key={condition.id}>{condition.text}</li>
                ))}
              </ul>
            </Card>
          ))}
          <Card title="Gilt für alle">
            <DefinitionList
              facts={[
                ['Gültig bis', decision.draft.validUntil && day(decision.draft.validUntil)],
                [
                  'Begründung',
                  <span key="r" className="whitespace-pre-line">
                    {decision.draft.reasoning}
                  </span>,
                ],
                ['Stattdessen', decision.draft.alternative],
                ['Wenn die Freigabe abläuft', decision.draft.graceText],
              ]}
            />
          </Card>
          <Notice
            tone="achtung"
            title={`${plural(decision.consequences.schools, 'Schule nutzt', 'Schulen nutzen')} die App, ${plural(decision.consequences.persons, 'Person erhält', 'Personen erhalten')} eine Nachricht`}
          >
            Was Sie unterschreiben, steht mit Ihrem Namen und dem heutigen Datum und lässt sich
            nicht ändern. Eine neue Stellungnahme löst es ab.
          </Notice>
          <HouseForm reply={reply} action={signingPath(one.number)} className="grid gap-3">
            <Overtaken reply={reply ?? undefined} version={one.version} />
            <div role="status">{isStale && <Stale state={latest.case.state} />}</div>
            <div className="flex flex-wrap gap-3">
              {isStale ? (
                <ButtonLink to={signingPath(one.number)} reloadDocument prefetch="none">
                  Neuen Stand lesen
                </ButtonLink>
              ) : (
                <Button name="intent" value="sign">
                  Unterschreiben und veröffentlichen
                </Button>
              )}
              <ButtonLink to={paths.review(one.number)}>Zurück zur Prüfung</ButtonLink>
            </div>
          </HouseForm>
        </div>
      ) : (
        <>
          {reply?.error && (
            <div role="alert" className="mb-5">
              <Notice tone="achtung" title={Object.values(reply.error).flat().join(' ')} />
            </div>
          )}
          <Notice
            title={stateNext[one.state]}
            action={<ButtonLink to={paths.review(one.number)}>Zur Prüfung</ButtonLink>}
          />
        </>
      )}
    </div>
  )
}

/** Somebody else was faster: with the draft, or with the signature. */
function Stale({ state }: { state: ReviewState }) {
  return (
    <Notice
      tone="achtung"
      title={
        state === 'opinion_draft'
          ? 'Jemand hat den Entwurf inzwischen geändert.'
          : `Darüber ist inzwischen entschieden: Die Prüfung steht auf „${stateNames[state]}“.`
      }
    />
  )
}
