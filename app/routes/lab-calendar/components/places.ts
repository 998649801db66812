import { type Search, TIMES_WORDS, VIEW_WORDS } from '#server/medialab/grid/contract.ts'
import { paths } from '#server/medialab/paths.ts'

/** The same calendar with something else in its address; what is usual is left out. */
export function placeOf(search: Search, other: Partial<Search> = {}): string {
  const { day, view, times, kind, field, offer, page } = { ...search, page: 1, ...other }
  return paths.calendar({
    tag: day,
    ...(view !== 'day' && { ansicht: VIEW_WORDS[view] }),
    ...(times !== 'hours' && { zeiten: TIMES_WORDS[times] }),
    ...{ art: kind, feld: field, angebot: offer },
    ...(page > 1 && { seite: String(page) }),
  })
}
