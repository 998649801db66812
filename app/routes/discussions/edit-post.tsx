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
import { ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { editTopicPost } from '#server/discussions/commands.ts'
import { LIMITS } from '#server/discussions/contract.ts'
import { editPostInput } from '#server/discussions/inputs.ts'
import { paths } from '#server/discussions/paths.ts'
import { postForEdit } from '#server/discussions/posts/views.ts'
import { BodyField } from './components/body-field.tsx'
import { useWriting } from './components/use-writing.ts'
import { SendRow } from './components/writing-state.tsx'

type Params = { plg?: string; topic?: string; post?: string }
/** What is no number belongs to no post. */
const placeOf = ({ plg = '', topic = '', post = '' }: Params) => ({
  plg,
  topic,
  post: /^[1-9]\d{0,8}$/.test(post) ? Number(post) : 0,
})

export const loader = page(({ actor, params }) => postForEdit(actor, placeOf(params)))

export const action = form(editPostInput, async ({ actor, params, input }) =>
  redirect(await editTopicPost(actor, placeOf(params), input), 303),
)

export const clientAction = (args: ClientActionFunctionArgs) => sendSafely(args, () => true)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Beitrag bearbeiten – ${data?.topic.title ?? 'Thema'} – Lernen 25` },
]

const FIELDS = ['title', 'body'] as const

export default function EditPost() {
  const { plg, topic, post, withTitle, personId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const navigate = useNavigate()
  const { box, form, state } = useWriting({
    personId,
    place: `post/${post.id}`,
    names: FIELDS,
    onSent: (to) => navigate(to),
  })
  return (
    <div ref={box}>
      <h2 className="mb-4 text-xl">Beitrag bearbeiten</h2>
      <HouseForm {...form} reply={form.reply ?? answer}>
        {withTitle && (
          <TextField
            name="title"
            label="Titel des Themas"
            maxLength={LIMITS.title.max}
            defaultValue={topic.title}
            readOnly={state.kind === 'sending'}
          />
        )}
        <BodyField
          plg={plg.slug}
          box={box}
          label="Ihr Beitrag"
          rows={8}
          defaultValue={post.body}
          isLocked={state.kind === 'sending'}
        />
        <p className="text-sm text-leise">
          Was bisher hier stand, bleibt für Sie und die Leitung der PLG im Verlauf sichtbar.
        </p>
        <SendRow label="Änderung speichern" state={state} />
        <div>
          <ButtonLink variant="tertiary" to={paths.post(plg.slug, topic, post.number)}>
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </div>
  )
}
