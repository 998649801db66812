import { useEffect, useState } from 'react'
import { announce } from '#app/layout/announcer.tsx'
import { plural } from '#app/ui/format.ts'
import { POSTS_PER_PAGE } from '#server/discussions/contract.ts'
import type { TopicView } from '#server/discussions/posts/views.ts'

/**
 * While somebody reads, posts of others that come in are counted and not shown until asked for: nothing jumps.
 * One's own appear at once. Use it under a key that changes with topic and page.
 */
export function useNewPosts({ posts, page, pages, topic }: TopicView) {
  const [upTo, setUpTo] = useState(() => posts.at(-1)?.number ?? 0)
  const [wasLastPage] = useState(page === pages)
  const shownTo = shownUpTo(posts, upTo)
  const hidden = posts.filter((post) => post.number > shownTo)
  const hiddenOfOthers = hidden.filter((post) => !post.isOwn && !post.isDeleted)
  const beyond = wasLastPage ? Math.max(0, topic.postCount - page * POSTS_PER_PAGE) : 0
  const count = hiddenOfOthers.length + beyond

  useEffect(() => {
    if (count > 0) announce(plural(count, 'neuer Beitrag', 'neue Beiträge'))
  }, [count])

  return {
    shown: posts.filter((post) => post.number <= shownTo),
    count,
    /** The first of them, on this page; null when they all stand on the next one. */
    first: hidden[0]?.number ?? null,
    reveal: () => setUpTo(posts.at(-1)?.number ?? 0),
    /** After one's own post everything that came before it is shown with it. */
    revealTo: (number: number) => setUpTo((before) => Math.max(before, number)),
  }
}

/** Goes on over one's own and deleted posts that directly follow what is shown. */
function shownUpTo(posts: TopicView['posts'], upTo: number): number {
  let last = upTo
  for (const post of posts)
    if (post.number === last + 1 && (post.isOwn || post.isDeleted)) last = post.number
  return last
}
