import { redirect } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { restoreTopic } from '#server/discussions/commands.ts'
import { FILTERS, type TopicFilter } from '#server/discussions/contract.ts'
import { topicByNumberInput } from '#server/discussions/inputs.ts'
import { paths } from '#server/discussions/paths.ts'
import { topicsFor } from '#server/discussions/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { TopicList } from './components/topic-list.tsx'

const FILTER_OF: Record<string, TopicFilter> = { ungelesen: 'unread', geloest: 'solved' }

export const loader = page(({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  return topicsFor(actor, {
    plg: params.plg ?? '',
    page: pageNumber(query.get('liste')),
    filter: FILTER_OF[query.get('filter') ?? ''] ?? FILTERS[0],
  })
})

export const action = forms({
  restoreTopic: intent(topicByNumberInput, async ({ actor, params, input }) =>
    redirect(await restoreTopic(actor, params.plg ?? '', input.topic), 303),
  ),
})

export const shouldRevalidate = unlessTrouble

/** Lists hear of everything in the PLG; they may be a little later than the page that is being read. */
const WITHIN = 2_500

export default function Topics() {
  const list = useLoaderData<typeof loader>()
  const base = paths.topics(list.plg.slug)
  const isList = useLocation().pathname.replace(/\/$/, '') === base
  const refresh = useRefresh()
  useNews(
    { kind: 'plg', id: list.plg.id },
    { onNews: () => refresh(spread(WITHIN)), onReturn: () => refresh(spread(WITHIN)) },
  )
  return (
    <div className="lg:grid lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-5">
      <div className={isList ? '' : 'hidden lg:block'}>
        <TopicList list={list} base={base} />
      </div>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  )
}
