import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { paths } from '#server/software/paths.ts'
import { answerQuestion, askQuestion, putAway } from '#server/software/questions/commands.ts'
import { QUESTION_LENGTH } from '#server/software/questions/contract.ts'
import { answerInput, askInput, entryInput } from '#server/software/questions/inputs.ts'
import { questionsFor } from '#server/software/questions/views.ts'
import { QuestionList } from './components/question-list.tsx'

export const loader = visitorPage(({ actor, params, request }) =>
  questionsFor(actor, params.app ?? '', pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = forms({
  ask: intent(askInput, async ({ actor, params, input }) => {
    const slug = params.app ?? ''
    await askQuestion(actor, slug, input)
    return redirectWithToast(paths.questions(slug), 'Ihre Frage ist gestellt.')
  }),
  answer: intent(answerInput, async ({ actor, params, input }) => {
    const slug = params.app ?? ''
    await answerQuestion(actor, slug, input)
    return redirectWithToast(
      `${paths.questions(slug)}#frage-${input.question}`,
      'Ihre Antwort ist veröffentlicht.',
    )
  }),
  delete: intent(entryInput, async ({ actor, params, input }) => {
    const path = paths.questions(params.app ?? '')
    await putAway(actor, params.app ?? '', { ...input, isDeleted: true })
    return redirectWithToast(path, {
      text: input.kind === 'question' ? 'Die Frage ist gelöscht.' : 'Die Antwort ist gelöscht.',
      undo: { action: path, fields: { intent: 'restore', ...input }, label: 'Rückgängig' },
    })
  }),
  restore: intent(entryInput, async ({ actor, params, input }) => {
    await putAway(actor, params.app ?? '', { ...input, isDeleted: false })
    return redirectWithToast(paths.questions(params.app ?? ''), 'Das ist wieder da.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Fragen – ${data?.product.name ?? 'App'} – Lernen 25` },
]

export default function Questions() {
  const { product, rows, page, pages, can, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const answered = reply?.intent === 'answer' ? reply : undefined
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: product.name, to: paths.product(product.slug) },
          { label: 'Fragen' },
        ]}
      />
      <PageHead title={`Fragen zu „${product.name}“`} />
      <div className="grid gap-5">
        {can.tell && (
          <Card title="Etwas fragen">
            <HouseForm
              reply={reply?.intent === 'ask' ? reply : undefined}
              clientKey={clientKey}
              id="frage-stellen"
            >
              <TextArea
                name="text"
                label="Ihre Frage"
                hint="Alle können die Frage lesen; Ihren Namen sehen nur bestätigte Personen im Schulnetz."
                rows={3}
                maxLength={QUESTION_LENGTH.max}
              />
              <div>
                <Button name="intent" value="ask">
                  Frage stellen
                </Button>
              </div>
            </HouseForm>
          </Card>
        )}
        {rows.length === 0 ? (
          <EmptyState title="Noch keine Frage." />
        ) : (
          <div className="rounded-xl border border-linie bg-flaeche px-karte">
            <QuestionList rows={rows} canChange={can.tell}>
              {(question) =>
                can.tell && (
                  <Fold
                    title="Antworten"
                    isOpen={answered?.initialValue?.question === question.id}
                    className="print:hidden"
                  >
                    <AnswerForm
                      question={question}
                      canBeOfficial={can.answerOfficially}
                      reply={
                        answered?.initialValue?.question === question.id ? answered : undefined
                      }
                    />
                  </Fold>
                )
              }
            </QuestionList>
          </div>
        )}
        <Pages
          label="Seiten der Fragen"
          page={page}
          pages={pages}
          linkTo={(number) => `${paths.questions(product.slug)}?seite=${number}`}
        />
      </div>
    </>
  )
}

type Reply = ReturnType<typeof useActionData<typeof action>>

function AnswerForm({
  question,
  canBeOfficial,
  reply,
}: {
  question: { id: string; answerKey: string }
  canBeOfficial: boolean
  reply: Reply
}) {
  const { id, answerKey } = question
  return (
    <HouseForm reply={reply} clientKey={answerKey} id={`antwort-${id}`}>
      <input type="hidden" name="question" value={id} />
      <TextArea name="text" label="Ihre Antwort" rows={3} maxLength={QUESTION_LENGTH.max} />
      {canBeOfficial && (
        <CheckField
          name="isOfficial"
          label="Als Datenschutzbeauftragte:r antworten"
          hint="Die Antwort wird gekennzeichnet und steht vor den anderen."
        />
      )}
      <div>
        <Button name="intent" value="answer">
          Antwort veröffentlichen
        </Button>
      </div>
    </HouseForm>
  )
}
