import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Link } from '#app/ui/link.tsx'
import { CaseBadge } from './components/case-badge.tsx'
import { CaseLog } from './components/case-log.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Undisturbed } from '#app/ui/undisturbed.tsx'
import { outcomeNames, reasonNames, stateNames } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import { numberIn } from '#server/software/proposing/paths.ts'
import { triagePath } from '#server/software/review/paths.ts'
import {
  chooseUses,
  closeAsDecided,
  rejectCase,
  setPriority,
  startCase,
  takeCase,
} from '#server/software/review/triage/commands.ts'
import {
  closeInput,
  priorityInput,
  rejectInput,
  startInput,
  takeInput,
  usesInput,
} from '#server/software/review/triage/inputs.ts'
import { triageCaseFor } from '#server/software/review/triage/views.ts'
import { Refused } from './components/refused.tsx'
import { TriageSteps } from './components/triage-steps.tsx'
import { useDeskNews } from './components/use-desk-news.ts'

type Params = { number?: string }
const stay = ({ number }: Params, sentence: string) =>
  redirectWithToast(triagePath(numberIn(number)), sentence)
const leave = (sentence: string) => redirectWithToast(paths.triage(), sentence)

export const loader = page(({ actor, params }) => triageCaseFor(actor, numberIn(params.number)))

export const action = forms({
  take: intent(takeInput, async ({ actor, params }) => {
    await takeCase(actor, numberIn(params.number))
    return stay(params, 'Sie sehen den Vorschlag durch. Die Schule sieht das.')
  }),
  uses: intent(usesInput, async ({ actor, params, input }) => {
    await chooseUses(actor, numberIn(params.number), input.uses)
    return stay(params, 'Die Nutzungen sind gewählt.')
  }),
  priority: intent(priorityInput, async ({ actor, params, input }) => {
    await setPriority(actor, numberIn(params.number), input.priority)
    return stay(params, 'Die Dringlichkeit ist geändert.')
  }),
  start: intent(startInput, async ({ actor, params, input }) => {
    await startCase(actor, numberIn(params.number), { way: 'start', note: input.note })
    return leave('Der Vorschlag liegt jetzt bei der Prüfstelle.')
  }),
  fastLane: intent(startInput, async ({ actor, params, input }) => {
    await startCase(actor, numberIn(params.number), { way: 'fast_lane', note: input.note })
    return leave('Der Vorschlag liegt zur Stellungnahme bei der Prüfstelle.')
  }),
  close: intent(closeInput, async ({ actor, params, input }) => {
    await closeAsDecided(actor, numberIn(params.number), input.note)
    return leave('Der Vorschlag ist abgeschlossen. Die Schule erfährt, wo die Entscheidung steht.')
  }),
  reject: intent(rejectInput, async ({ actor, params, input }) => {
    await rejectCase(actor, numberIn(params.number), input)
    return leave('Der Vorschlag ist nicht angenommen. Die Schule erfährt, warum.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.case.app ?? 'Vorschlag'} – Durchsicht – Lernen 25` },
]

/** One proposal: what is known of it, and where it goes from here. */
export default function TriageCase() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { case: one, uses, canWork, now } = view
  useDeskNews(one.id)
  const isHere = one.state === 'submitted' || one.state === 'triage'
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Durchsicht', to: paths.triage() }, { label: `Nr. ${one.number}` }]}
      />
      <PageHead
        title={one.app}
        badge={<CaseBadge state={one.state} outcome={one.outcome} />}
        actions={<ButtonLink to={paths.edit(one.slug)}>Angaben ergänzen</ButtonLink>}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          {one.outcome && <Notice title={outcomeNames[one.outcome]}>{one.outcomeNote}</Notice>}
          <Card title="Vorschlag">
            <DefinitionList
              facts={[
                ['Anlass', reasonNames[one.reason]],
                [
                  'Wofür',
                  <span key="p" className="whitespace-pre-line">
                    {one.purpose}
                  </span>,
                ],
                [
                  'Adresse',
                  one.website && (
                    <a
                      key="w"
                      href={one.website}
                      rel="noreferrer"
                      className="-my-2.5 inline-flex min-h-11 items-center underline wrap-anywhere"
                    >
                      {one.website}
                    </a>
                  ),
                ],
                ['Vorgeschlagen von', [one.requester, one.school].filter(Boolean).join(', ')],
                ['Wer wartet', one.schools > 0 && plural(one.schools, 'Schule', 'Schulen')],
                ['Gebraucht bis', one.neededBy && day(one.neededBy)],
                [
                  'Eintrag',
                  <Link
                    key="e"
                    to={paths.product(one.slug)}
                    className="-my-2.5 inline-flex min-h-11 items-center underline"
                  >
                    Im Verzeichnis ansehen
                  </Link>,
                ],
              ]}
            />
          </Card>
          <CaseLog log={one.log} now={now} />
        </div>
        {isHere && !canWork && (
          <Notice title="Das ist Ihr eigener Vorschlag">Eine andere Person sieht ihn durch.</Notice>
        )}
        <Undisturbed
          key={one.id}
          data={{ one, uses, isShown: isHere && canWork }}
          mark={[one.state, one.priority, ...uses.map(({ id, isChosen }) => id + isChosen)].join(
            ' ',
          )}
          reply={reply}
          words={`Inzwischen hat jemand hier etwas geändert, die Prüfung steht auf „${stateNames[one.state]}“. Ihre Eingaben stehen noch da.`}
        >
          {(shown) =>
            shown.isShown ? <TriageSteps {...shown} reply={reply} /> : <Refused reply={reply} />
          }
        </Undisturbed>
      </div>
    </>
  )
}
