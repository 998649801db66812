import { redirect } from '@remix-run/node'
import {
  type ClientActionFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
  useNavigate,
} from '@remix-run/react'
import { form, page } from '#app/http/page.ts'
import { sendSafely } from '#app/realtime/send-safely.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { openTopic } from '#server/discussions/commands.ts'
import { openTopicInput } from '#server/discussions/inputs.ts'
import { newTopicFor } from '#server/discussions/views.ts'
import { BodyField } from './components/body-field.tsx'
import { BackToTopics } from './components/topic-head.tsx'
import { useWriting } from './components/use-writing.ts'
import { SendRow } from './components/writing-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { LIMITS } from '#server/discussions/contract.ts'

export const loader = page(({ actor, params, request }) =>
  newTopicFor(actor, params.plg ?? '', new URL(request.url).searchParams.get('zu')),
)

export const action = form(openTopicInput, async ({ actor, params, input }) =>
  redirect(await openTopic(actor, params.plg ?? '', input), 303),
)

export const clientAction = (args: ClientActionFunctionArgs) => sendSafely(args, () => true)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Neues Thema – ${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

const FIELDS = ['title', 'body'] as const

export default function NewTopic() {
  const { plg, personId, clientKey, about } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const navigate = useNavigate()
  const { box, form, state, ...writing } = useWriting({
    personId,
    place: `plg/${plg.id}/neues-thema${about?.path ?? ''}`,
    names: FIELDS,
    onSent: (to) => navigate(to),
  })
  return (
    <div ref={box}>
      <BackToTopics plg={plg.slug} />
      <h2 className="mb-4 text-xl">Neues Thema</h2>
      <HouseForm {...form} reply={form.reply ?? answer} autoComplete="off">
        {/* The key of the draft, not of the form: it outlives the page. */}
        <input type="hidden" name="clientKey" value={writing.clientKey ?? clientKey} />
        <TextField
          name="title"
          label="Titel"
          hint="Am besten als Frage, z. B. „Welche App für Diagramme?“"
          maxLength={LIMITS.title.max}
          defaultValue={about?.title}
          readOnly={state.kind === 'sending'}
        />
        <BodyField
          plg={plg.slug}
          box={box}
          label="Ihr Beitrag"
          rows={6}
          defaultValue={about?.body}
          isLocked={state.kind === 'sending'}
        />
        <SendRow label="Thema eröffnen" state={state} />
      </HouseForm>
    </div>
  )
}
