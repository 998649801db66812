import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { AttachField } from '#app/files/attach-field.tsx'
import { visitorForm, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { asText, type Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/software/paths.ts'
import { admitVendor, answerAsVendor } from '#server/software/review/questions/commands.ts'
import { QUESTION_LIMITS } from '#server/software/review/questions/contract.ts'
import { vendorAnswerInput } from '#server/software/review/questions/inputs.ts'
import { vendorPage } from '#server/software/review/questions/views.ts'
import { ANSWER_ROOM, linkWords } from '#server/software/review/questions/words.ts'

export const loader = visitorPage(({ params }) => vendorPage(params.token ?? ''))

export const action = visitorForm(
  vendorAnswerInput,
  async ({ params, input, files }) => {
    const token = params.token ?? ''
    await answerAsVendor(token, input, files)
    return redirectWithToast(paths.vendorAnswer(token), 'Ihre Antwort ist angekommen. Vielen Dank.')
  },
  { admit: ({ params }) => admitVendor(params.token ?? '') },
)

export const meta: MetaFunction = () => [
  { title: 'Frage der Prüfstelle – Lernen 25' },
  { name: 'robots', content: 'noindex' },
]

/** A vendor answers, without an account. Nothing else of the case is to be seen here. */
export default function Vendor() {
  const { state, question } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[48rem]">
      <PageHead title="Frage der Prüfstelle" meta="Datenschutz der Duisburger Schulen" />
      {question && state === 'open' ? (
        <Card title={`Zu „${question.app}“`}>
          <p className="mb-4 wrap-anywhere whitespace-pre-line">{question.text}</p>
          {/* Sent by the browser itself, so that what is too large is answered with a page. */}
          <HouseForm
            reply={reply}
            encType="multipart/form-data"
            reloadDocument
            className="grid gap-4"
          >
            <TextField
              {...{ name: 'name', label: 'Ihr Name und Unternehmen', required: true }}
              maxLength={200}
            />
            <TextArea
              {...{ name: 'answer', label: 'Ihre Antwort', required: true, rows: 8 }}
              hint={`Bitte bis ${day(question.dueOn)}. Sie können Adressen von Unterlagen nennen.`}
              maxLength={QUESTION_LIMITS.answer}
              counter
            />
            <AttachField
              label="Unterlagen"
              hint="Bis zu drei Dateien: PDF, Word, Excel, PowerPoint, OpenDocument, Text oder Bilder, auf denen keine Kinder zu erkennen sind."
              room={ANSWER_ROOM}
            />
            <div>
              <Button>Antwort senden</Button>
            </div>
          </HouseForm>
        </Card>
      ) : (
        <>
          <Notice title={state === 'open' ? linkWords.unknown : linkWords[state]} />
          <Unsent reply={reply} />
        </>
      )}
    </div>
  )
}

/** The link came to its end while somebody wrote: their words are not lost. */
function Unsent({ reply }: { reply: Reply }) {
  const answer = asText(reply?.initialValue?.answer)
  if (answer === '') return null
  return (
    <Card
      title="Nicht angekommen: Ihre Antwort"
      lead="Wenn die Prüfstelle das noch lesen soll, schreiben Sie ihr bitte eine Mail."
      className="mt-4"
    >
      <p className="wrap-anywhere whitespace-pre-line">{answer}</p>
    </Card>
  )
}
