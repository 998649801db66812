import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Link } from '#app/ui/link.tsx'
import { CaseBadge } from './components/case-badge.tsx'
import { CaseLog } from './components/case-log.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Undisturbed } from '#app/ui/undisturbed.tsx'
import { stateNames, stateNext } from '#server/software/cases/words.ts'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { paths } from '#server/software/paths.ts'
import { numberIn } from '#server/software/proposing/paths.ts'
import {
  addEvidence,
  removeEvidence,
  saveAnswers,
} from '#server/software/review/checks/commands.ts'
import {
  answersInput,
  evidenceInput,
  removeEvidenceInput,
} from '#server/software/review/checks/inputs.ts'
import { prepareDecision, saveDraft, sendBack } from '#server/software/review/opinions/commands.ts'
import {
  decisionInput,
  draftInput,
  sendBackInput,
} from '#server/software/review/opinions/inputs.ts'
import { reviewFor } from '#server/software/review/opinions/views.ts'
import { signingPath, triagePath } from '#server/software/review/paths.ts'
import { ask, resume, withdrawCase } from '#server/software/review/questions/commands.ts'
import {
  askRequesterInput,
  askVendorInput,
  resumeInput,
} from '#server/software/review/questions/inputs.ts'
import { CaseFacts } from './components/case-facts.tsx'
import { ChangesCard } from './components/changes-card.tsx'
import { CheckPoints } from './components/check-points.tsx'
import { DecisionForm } from './components/decision-form.tsx'
import { EvidenceCard } from './components/evidence-card.tsx'
import { Opinions } from './components/opinions.tsx'
import { Questions } from './components/questions.tsx'
import { Refused } from './components/refused.tsx'
import { useDeskNews } from './components/use-desk-news.ts'
import { of, type ReviewView } from './components/view.ts'

export const loader = page(({ actor, params }) => reviewFor(actor, numberIn(params.number)))

type Params = { number?: string }
const stay = ({ number }: Params, sentence: string) =>
  redirectWithToast(paths.review(numberIn(number)), sentence)

export const action = forms(
  {
    answers: intent(answersInput, async ({ actor, params, input }) => {
      await saveAnswers(actor, numberIn(params.number), input)
      return stay(params, 'Die Prüfpunkte sind gesichert.')
    }),
    evidence: intent(evidenceInput, async ({ actor, params, input, files: [file = null] }) => {
      await addEvidence(actor, numberIn(params.number), input, file)
      return stay(params, 'Der Beleg steht beim Prüfpunkt.')
    }),
    removeEvidence: intent(removeEvidenceInput, async ({ actor, params, input }) => {
      await removeEvidence(actor, numberIn(params.number), input.evidence)
      return stay(params, 'Der Beleg ist entfernt.')
    }),
    draft: intent(draftInput, async ({ actor, params, input }) => {
      await saveDraft(actor, numberIn(params.number), input)
      return stay(params, 'Der Entwurf ist gesichert. Niemand außerhalb der Prüfstelle sieht ihn.')
    }),
    prepare: intent(decisionInput, async ({ actor, params, input }) => {
      const number = numberIn(params.number)
      await prepareDecision(actor, number, input)
      return redirectWithToast(
        signingPath(number),
        'Bitte lesen Sie noch einmal, was Sie unterschreiben.',
      )
    }),
    sendBack: intent(sendBackInput, async ({ actor, params, input }) => {
      await sendBack(actor, numberIn(params.number), input.note)
      return stay(params, 'Die Prüfung geht weiter.')
    }),
    askRequester: intent(askRequesterInput, async ({ actor, params, input }) => {
      await ask(actor, numberIn(params.number), 'requester', input)
      return stay(params, 'Die Frage ist gestellt. Die Schule erhält eine Nachricht.')
    }),
    askVendor: intent(askVendorInput, async ({ actor, params, input }) => {
      await ask(actor, numberIn(params.number), 'vendor', input)
      return stay(params, 'Der Anbieter erhält eine Mail mit einem Link.')
    }),
    resume: intent(resumeInput, async ({ actor, params, input }) => {
      await resume(actor, numberIn(params.number), input.note)
      return stay(params, 'Die Prüfung geht weiter.')
    }),
    withdraw: intent(resumeInput, async ({ actor, params, input }) => {
      await withdrawCase(actor, numberIn(params.number), input.note)
      return stay(params, 'Die Prüfung ist beendet.')
    }),
  },
  { room: ROOM_FOR_ONE },
)

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.case.app ?? 'App'} prüfen – Prüfstelle – Lernen 25` },
]

/** One case in three blocks: what changed, the check points, the decision. */
export default function Review() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { case: one, points, can, now, expiredOn } = view
  useDeskNews(one.id)
  const isBeforeDesk = one.state === 'submitted' || one.state === 'triage'
  return (
    <>
      <Breadcrumb steps={[{ label: 'Prüfstelle', to: paths.desk() }, { label: one.app }]} />
      <PageHead
        title={`${one.app} prüfen`}
        badge={
          <>
            <CaseBadge state={one.state} outcome={one.outcome} />
            {expiredOn && <Badge tone="achtung">Freigabe abgelaufen am {day(expiredOn)}</Badge>}
          </>
        }
        meta={`Nr. ${one.number}`}
        actions={
          <Link to={paths.edit(one.slug)} className="inline-flex min-h-11 items-center underline">
            Angaben zur App
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_26rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          <ChangesCard changes={view.changes} />
          <Undisturbed
            key={`answers ${one.id}`}
            data={view}
            mark={`${can.answer} ${points.map(({ seen }) => seen).join(' ')}`}
            reply={of(reply, 'answers')}
            words={overtakenWords(view)}
          >
            {(shown) => (
              <>
                {!shown.can.answer && <Refused reply={of(reply, 'answers')} />}
                <CheckPoints points={shown.points} canAnswer={shown.can.answer} reply={reply} />
              </>
            )}
          </Undisturbed>
          <Undisturbed
            key={`evidence ${one.id}`}
            data={view}
            mark={`${can.answer}`}
            reply={of(reply, 'evidence', 'removeEvidence')}
            words={overtakenWords(view)}
          >
            {(shown) =>
              shown.can.answer ? (
                <EvidenceCard view={shown} reply={reply} />
              ) : (
                <Refused reply={of(reply, 'evidence', 'removeEvidence')} />
              )
            }
          </Undisturbed>
          <Undisturbed
            key={`questions ${one.id}`}
            data={view}
            mark={`${one.state} ${view.questions.map(({ answer }) => answer === null).join(' ')}`}
            reply={of(reply, ...QUESTIONING)}
            words={overtakenWords(view)}
          >
            {(shown) => (
              <>
                <Refused
                  reply={of(reply, ...QUESTIONING.filter((one) => !shown.can[DOORS[one]]))}
                />
                <Questions view={shown} reply={reply} />
              </>
            )}
          </Undisturbed>
          <CaseFacts view={view} />
          <CaseLog log={one.log} now={now} />
        </div>
        <div className="grid min-w-0 gap-5">
          {view.opinions.length > 0 && <Opinions view={view} />}
          {isBeforeDesk && (
            <Notice
              title={stateNext[one.state]}
              action={<ButtonLink to={triagePath(one.number)}>Zur Durchsicht</ButtonLink>}
            />
          )}
          {!isBeforeDesk && !can.decide && view.opinions.length === 0 && (
            <Notice title={nextWords[one.state] ?? stateNext[one.state]} />
          )}
          <Undisturbed
            key={`decision ${one.id}`}
            data={view}
            mark={`${can.decide} ${one.version} ${view.uses.map(({ id }) => id).join(' ')}`}
            reply={of(reply, 'draft', 'prepare')}
            words={overtakenWords(view)}
          >
            {(shown) =>
              shown.can.decide ? (
                <DecisionForm view={shown} reply={reply} />
              ) : (
                <Refused reply={of(reply, 'draft', 'prepare')} />
              )
            }
          </Undisturbed>
        </div>
      </div>
    </>
  )
}

/** What each of the small forms needs. */
const DOORS = {
  askRequester: 'ask',
  askVendor: 'ask',
  resume: 'resume',
  sendBack: 'sendBack',
  withdraw: 'withdraw',
} as const
const QUESTIONING = Object.keys(DOORS) as (keyof typeof DOORS)[]

/** As it is said to those who review. */
const nextWords: Partial<Record<ReviewView['case']['state'], string>> = {
  waiting_requester: 'Die Prüfstelle wartet auf eine Antwort der Schule.',
}

/** Said to somebody who has typed while a colleague was faster; what they typed stays where it is. */
const overtakenWords = ({ case: { state }, can }: ReviewView) =>
  can.answer
    ? 'Inzwischen hat jemand hier etwas gesichert. Ihre Eingaben stehen noch da; wenn Sie sichern, sehen Sie beides.'
    : `Die Prüfung steht inzwischen auf „${stateNames[state]}“. Ihre Eingaben stehen noch hier.`
