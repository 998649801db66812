import { useLocation } from '@remix-run/react'
import { useEffect } from 'react'
import { LiveCardRow } from '#app/references/live-card.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { List } from '#app/ui/list.tsx'
import { type BackLinks as Links, keyOf, LINKS_PER_PAGE } from '#server/references/contract.ts'
import { groupWords } from '#server/references/words.ts'

/** The parameter of a page's address that says how many pages of back-links to show. */
export const PAGE_PARAM = 'verweise'
const anchor = (number: number) => `verweis-${number}`

/** What points at this thing; nothing at all when nothing does. */
export function BackLinks({ links }: { links: Links }) {
  const { groups, page, hasMore } = links
  useFocusOnFirstNew(page)
  if (groups.length === 0) return null
  const before = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, { cards }) => sum + cards.length, 0),
  )
  return (
    <div className="grid gap-5">
      {groups.map(({ kind, cards }, group) => (
        <Card key={kind} title={groupWords[kind]}>
          <List>
            {cards.map((card, at) => (
              <LiveCardRow
                key={keyOf(card)}
                card={card}
                id={anchor((before[group] ?? 0) + at + 1)}
              />
            ))}
          </List>
        </Card>
      ))}
      {hasMore && <More page={page} />}
    </div>
  )
}

function More({ page }: { page: number }) {
  const { search } = useLocation()
  const asked = new URLSearchParams(search)
  asked.set(PAGE_PARAM, String(page + 1))
  return (
    <p className="print:hidden">
      <ButtonLink
        to={`?${asked.toString()}#${anchor(page * LINKS_PER_PAGE + 1)}`}
        preventScrollReset
      >
        Mehr anzeigen
      </ButtonLink>
    </p>
  )
}

/** After "Mehr anzeigen" reading goes on where the new entries begin. */
function useFocusOnFirstNew(page: number) {
  useEffect(() => {
    const first = anchor((page - 1) * LINKS_PER_PAGE + 1)
    if (window.location.hash === `#${first}`) document.getElementById(first)?.focus()
  }, [page])
}
