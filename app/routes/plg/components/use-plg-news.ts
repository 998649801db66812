import { type News, useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'

/** Reloads the page's data when something of this PLG has changed. @param id null for who is not inside */
export function usePlgNews(
  id: string | null,
  concerns: (news: News) => boolean = () => true,
): void {
  const refresh = useRefresh()
  useNews(id === null ? null : { kind: 'plg', id }, {
    onNews: (news) => {
      if (concerns(news)) refresh(1_000)
    },
    onReturn: () => refresh(0),
  })
}

/** The group itself: its phase, its agreement, its schools. Posts and meetings have pages of their own. */
export const ofGroup = (news: News) => news.kind === 'plg'
