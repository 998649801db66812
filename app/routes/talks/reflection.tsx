import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { paths } from '#server/concepts/talks/paths.ts'
import {
  answerForAuthority,
  answerForSchool,
  answerTogether,
  pickEntry,
} from '#server/concepts/talks/reflection/commands.ts'
import {
  authorityAnswerInput,
  jointInput,
  pickInput,
  schoolAnswerInput,
} from '#server/concepts/talks/reflection/inputs.ts'
import { reflectionFor } from '#server/concepts/talks/reflection/views.ts'
import { ProposalsCard } from './components/proposals-card.tsx'
import { ReflectionCard } from './components/reflection-card.tsx'
import { TalkFrame } from './components/talk-frame.tsx'

export const loader = page(({ actor, params }) => reflectionFor(actor, params.talk ?? ''))

const SAVED = 'Ihre Antwort ist gespeichert.'
const backTo = (talk: string, classId: string) => `${paths.reflection(talk)}#klasse-${classId}`

export const action = forms({
  school: intent(schoolAnswerInput, async ({ actor, params: { talk = '' }, input }) => {
    await answerForSchool(actor, talk, input)
    return redirectWithToast(backTo(talk, input.class), SAVED)
  }),
  authority: intent(authorityAnswerInput, async ({ actor, params: { talk = '' }, input }) => {
    await answerForAuthority(actor, talk, input)
    return redirectWithToast(backTo(talk, input.class), SAVED)
  }),
  joint: intent(jointInput, async ({ actor, params: { talk = '' }, input }) => {
    await answerTogether(actor, talk, input)
    return redirectWithToast(backTo(talk, input.class), 'Der gemeinsame Schluss ist gespeichert.')
  }),
  pick: intent(pickInput, async ({ actor, params: { talk = '' }, input }) => {
    await pickEntry(actor, talk, input)
    return redirectWithToast(backTo(talk, input.class), 'Der Eintrag steht auf Ihrer Seite.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Reflexion – ${data?.talk.title ?? 'Gespräch'} – Lernen 25` },
]

export default function Reflection() {
  const { talk, can, proposals, rows } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <TalkFrame talk={talk} />
      <p className="mb-5 max-w-[68ch] text-leise">
        Beide Seiten antworten vor dem Gespräch, jede für sich und für beide zu lesen. Den
        gemeinsamen Schluss schreiben Sie im Gespräch. Es gibt keine Note und keine Bewilligung.
      </p>
      <div className="grid gap-5">
        {proposals.length > 0 && (
          <ProposalsCard
            proposals={proposals}
            classes={rows.map(({ classId, name }) => ({ value: classId, label: name }))}
            reply={reply?.intent === 'pick' ? reply : undefined}
          />
        )}
        {rows.map((row) => (
          <ReflectionCard
            key={row.classId}
            row={row}
            can={can}
            reply={
              reply?.intent !== 'pick' && reply?.initialValue?.class === row.classId
                ? reply
                : undefined
            }
          />
        ))}
        {rows.length === 0 && (
          <EmptyState title="Noch gibt es keine Klassen von Ausstattung.">
            Sobald das Amt sie anlegt, stehen sie hier.
          </EmptyState>
        )}
      </div>
    </>
  )
}
