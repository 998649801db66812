import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { reasonNames, stateNext } from '#server/software/cases/words.ts'
import { paths } from '#server/software/paths.ts'
import { answerQuestion, withdrawProposal } from '#server/software/proposing/commands.ts'
import { answerInput, noInput } from '#server/software/proposing/inputs.ts'
import { numberIn, proposalPath } from '#server/software/proposing/paths.ts'
import { proposalFor } from '#server/software/proposing/views.ts'
import { CaseBadge } from './components/case-badge.tsx'
import { CaseLog } from './components/case-log.tsx'

export const loader = page(({ actor, params }) => proposalFor(actor, numberIn(params.number)))

export const action = forms({
  answer: intent(answerInput, async ({ actor, params, input }) => {
    const number = numberIn(params.number)
    await answerQuestion(actor, number, input)
    return redirectWithToast(proposalPath(number), 'Ihre Antwort ist bei der Prüfstelle.')
  }),
  withdraw: intent(noInput, async ({ actor, params }) => {
    const number = numberIn(params.number)
    await withdrawProposal(actor, number)
    return redirectWithToast(proposalPath(number), 'Ihr Vorschlag ist zurückgezogen.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.proposal.app ?? 'Vorschlag'} – Mein Vorschlag – Lernen 25` },
]

/** One's own proposal: where it stands, what was asked, what happened. */
export default function Proposal() {
  const { proposal, canWithdraw, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { number, app, slug, state, outcome, outcomeNote, questions, schools } = proposal
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: 'App vorschlagen', to: paths.propose() },
          { label: `Nr. ${number}` },
        ]}
      />
      <PageHead title={app} badge={<CaseBadge state={state} outcome={outcome} />} />
      <div className="grid gap-5">
        <Notice title={stateNext[state]}>{outcomeNote}</Notice>
        {questions.map((question) => (
          <Card key={question.id} title="Frage der Prüfstelle">
            <p className="whitespace-pre-line">{question.text}</p>
            {question.answer === null ? (
              <HouseForm
                reply={reply?.intent === 'answer' ? reply : undefined}
                className="mt-3 grid gap-3"
              >
                <input type="hidden" name="questionId" value={question.id} />
                <TextArea
                  {...{ name: 'answer', label: 'Ihre Antwort', required: true, maxLength: 8000 }}
                  hint={`Bitte bis ${day(question.dueOn)}`}
                />
                <div>
                  <Button name="intent" value="answer">
                    Antwort senden
                  </Button>
                </div>
              </HouseForm>
            ) : (
              <p className="mt-3 rounded-lg bg-mulde p-3 whitespace-pre-line">{question.answer}</p>
            )}
          </Card>
        ))}
        <Card title="Ihr Vorschlag">
          <DefinitionList
            facts={[
              ['Nummer', number],
              ['Anlass', reasonNames[proposal.reason as keyof typeof reasonNames]],
              ['Wofür', proposal.purpose],
              ['Gebraucht bis', proposal.neededBy && day(proposal.neededBy)],
              ['Wer wartet', schools > 0 && plural(schools, 'Schule', 'Schulen')],
              [
                'Eintrag',
                <Link
                  key="entry"
                  to={paths.product(slug)}
                  className="-my-2.5 inline-flex min-h-11 items-center underline"
                >
                  {app}
                </Link>,
              ],
            ]}
          />
          {canWithdraw && (
            <HouseForm
              reply={reply?.intent === 'withdraw' ? reply : undefined}
              className="mt-3 grid gap-3"
            >
              <div>
                <Button variant="secondary" name="intent" value="withdraw">
                  Vorschlag zurückziehen
                </Button>
              </div>
            </HouseForm>
          )}
        </Card>
        <CaseLog log={proposal.log} now={now} />
      </div>
    </div>
  )
}
