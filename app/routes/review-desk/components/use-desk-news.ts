import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { DESK_ROOM } from '#server/software/review/contract.ts'

/** A list may be a little later than the page one works on. */
const WITHIN = { list: 2_500, page: 600 }

/** Loads the page anew when something happened at the desk, or to this one case. */
export function useDeskNews(caseId?: string): void {
  const refresh = useRefresh()
  const room = caseId === undefined ? DESK_ROOM : { kind: 'review-case', id: caseId }
  const hear = () => refresh(spread(caseId === undefined ? WITHIN.list : WITHIN.page))
  useNews(room, { onNews: hear, onReturn: hear })
}
