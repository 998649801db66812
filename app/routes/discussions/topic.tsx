import { redirect } from '@remix-run/node'
import {
  type ClientActionFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '@remix-run/react'
import { hold } from '#app/http/hold.ts'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { sendSafely } from '#app/realtime/send-safely.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Notice } from '#app/ui/notice.tsx'
import {
  deleteTopic,
  type Mark,
  markRead,
  markTopic,
  markUnread,
} from '#server/discussions/commands.ts'
import { type Reaction, REACTIONS } from '#server/discussions/contract.ts'
import { postInput, readInput, topicInput, writePostInput } from '#server/discussions/inputs.ts'
import { paths } from '#server/discussions/paths.ts'
import { deletePost, react, restorePost, writePost } from '#server/discussions/posts/commands.ts'
import { topicFor } from '#server/discussions/posts/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { TopicPage } from './components/topic-page.tsx'

type Params = { plg?: string; topic?: string }
const placeOf = ({ plg = '', topic = '' }: Params) => ({ plg, topic })

export const loader = page(async ({ actor, params, request, context }) => {
  const { searchParams, search } = new URL(request.url)
  const asked = searchParams.has('seite') ? pageNumber(searchParams.get('seite')) : null
  const view = await topicFor(actor, { ...placeOf(params), page: asked, search })
  // A page once opened stays the same while its topic is read and grows.
  if (asked === null && view.pages > 1)
    throw redirect(`${paths.page(view.plg.slug, view.topic, view.page)}#neu`)
  const answered = view.posts.find(({ number }) => String(number) === searchParams.get('antwort'))
  return {
    ...view,
    posts: view.posts.map((post) => ({ ...post, html: hold(context, post.html) })),
    prefill: answered && `@${answered.author} `,
    openMenu: searchParams.has('mehr') ? pageNumber(searchParams.get('mehr')) : null,
    isPageFixed: asked !== null,
  }
})

const reaction = (kind: Reaction) =>
  intent(postInput, async ({ actor, params, input }) =>
    redirect(await react(actor, { ...placeOf(params), ...input }, kind), 303),
  )

const mark = (name: Mark, isOn: boolean, done: string) =>
  intent(topicInput, async ({ actor, params }) =>
    redirectWithToast(await markTopic(actor, placeOf(params), name, isOn), done),
  )

export const action = forms({
  write: intent(writePostInput, async ({ actor, params, input }) =>
    redirect(await writePost(actor, placeOf(params), input), 303),
  ),
  ...(Object.fromEntries(REACTIONS.map((kind) => [kind, reaction(kind)])) as Record<
    Reaction,
    ReturnType<typeof reaction>
  >),
  deletePost: intent(postInput, async ({ actor, params, input }) => {
    const path = await deletePost(actor, { ...placeOf(params), ...input })
    const undo = {
      action: path.replace(/#.*$/, ''),
      fields: { intent: 'restorePost', post: String(input.post) },
      label: 'Rückgängig',
    }
    return redirectWithToast(path, { text: 'Beitrag gelöscht.', undo })
  }),
  restorePost: intent(postInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await restorePost(actor, { ...placeOf(params), ...input }),
      'Beitrag wiederhergestellt.',
    ),
  ),
  markRead: intent(readInput, async ({ actor, params, input, request }) => {
    const path = await markRead(actor, placeOf(params), input.upTo)
    return redirect(path + new URL(request.url).search, 303)
  }),
  markUnread: intent(postInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await markUnread(actor, placeOf(params), input.post),
      `Ab Beitrag ${input.post} ist das Thema wieder ungelesen.`,
    ),
  ),
  pin: mark('pin', true, 'Thema oben angepinnt.'),
  unpin: mark('pin', false, 'Thema nicht mehr angepinnt.'),
  solve: mark('solve', true, 'Als gelöst gekennzeichnet.'),
  unsolve: mark('solve', false, 'Nicht mehr als gelöst gekennzeichnet.'),
  lock: mark('lock', true, 'Thema geschlossen.'),
  unlock: mark('lock', false, 'Thema wieder geöffnet.'),
  deleteTopic: intent(topicInput, async ({ actor, params }) => {
    const place = placeOf(params)
    const { number, title } = await deleteTopic(actor, place)
    const list = paths.topics(place.plg)
    const fields = { intent: 'restoreTopic', topic: String(number) }
    return redirectWithToast(list, {
      text: `Thema „${title}“ gelöscht.`,
      undo: { action: list, fields, label: 'Rückgängig' },
    })
  }),
})

const LEADS_AWAY: unknown[] = ['deleteTopic', 'markUnread', 'restorePost']

export const clientAction = (args: ClientActionFunctionArgs) =>
  sendSafely(args, (form) => !LEADS_AWAY.includes(form.get('intent')))

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.topic.title} – ${data.plg.title} – Lernen 25` : 'Lernen 25' },
]

export default function Topic() {
  const view = useLoaderData<typeof loader>()
  const answer = useActionData<typeof clientAction>() as { trouble?: string } | undefined
  return (
    <>
      {answer?.trouble && (
        <Notice tone="achtung">Das wurde nicht gesendet. Bitte versuchen Sie es erneut.</Notice>
      )}
      <TopicPage key={view.topic.id} view={view} />
    </>
  )
}
