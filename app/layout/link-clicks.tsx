import { PrefetchPageLinks, useNavigate } from '@remix-run/react'
import { useEffect, useState } from 'react'

/** So long a pointer rests where it means to go. */
const REST = 100

/** Leads on from every `Link` of the page without loading everything anew, and fetches ahead where one is about to go. */
export function LinkClicks() {
  const navigate = useNavigate()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = linkOf(event)
      if (!link || event.defaultPrevented || !isPlain(event, link)) return
      event.preventDefault()
      const to = addressOf(link)
      const { replace, stay } = link.dataset
      const isHere = to === addressOf(window.location)
      navigate(to, {
        replace: isHere || replace !== undefined,
        preventScrollReset: stay !== undefined,
      })
    }
    // After the listeners of React, which hang on the document too: what they prevented is not followed.
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [navigate])
  const intended = useIntended()
  return intended === null ? null : <PrefetchPageLinks page={intended} />
}

/** The address of the link on which a pointer rests, a finger lies or the focus is. */
function useIntended(): string | null {
  const [intended, setIntended] = useState<string | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const begin = (event: Event) => {
      const link = linkOf(event)
      clearTimeout(timer)
      if (link?.dataset.prefetch === undefined) return
      timer = setTimeout(() => setIntended(addressOf(link)), REST)
    }
    const end = () => {
      clearTimeout(timer)
      setIntended(null)
    }
    const listening = new AbortController()
    const { signal } = listening
    for (const kind of ['mouseover', 'focusin', 'touchstart'])
      document.addEventListener(kind, begin, { signal, passive: true })
    for (const kind of ['mouseout', 'focusout'])
      document.addEventListener(kind, end, { signal, passive: true })
    return () => {
      clearTimeout(timer)
      listening.abort()
    }
  }, [])
  return intended
}

function linkOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-discover]') : null
}

const addressOf = ({
  pathname,
  search,
  hash,
}: {
  pathname: string
  search: string
  hash: string
}) => pathname + search + hash

/** A press that opens a new tab or saves what is behind the link is the browser's own. */
function isPlain(event: MouseEvent, link: HTMLAnchorElement): boolean {
  const { button, metaKey, altKey, ctrlKey, shiftKey } = event
  const isModified = metaKey || altKey || ctrlKey || shiftKey
  return button === 0 && !isModified && !link.target && link.origin === window.location.origin
}
