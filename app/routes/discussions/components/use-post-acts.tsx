import { useFetcher, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Sent } from '#app/realtime/send-safely.ts'

/** What is under way with a post, or went wrong. */
export type ActState = { pressed: FormDataEntryValue | null; hasTrouble: boolean }

const QUIET: ActState = { pressed: null, hasTrouble: false }
const keyOf = (postId: string) => `beitrag-${postId}`

/**
 * Sends the small forms of all posts of a page (`data-post` names the post) without leaving it. A fetcher for
 * each of thirty posts would cost the server more than the posts themselves, so only those used have one.
 *
 * @returns `watchers` has to stand somewhere on the page; it shows nothing
 */
export function usePostActs(): {
  handleSubmit: (event: FormEvent) => void
  stateOf: (postId: string) => ActState
  watchers: ReactNode
} {
  const submit = useSubmit()
  const [states, setStates] = useState<ReadonlyMap<string, ActState>>(new Map())
  const note = useCallback((postId: string, state: ActState) => {
    setStates((known) => new Map(known).set(postId, state))
  }, [])
  const handleSubmit = (event: FormEvent) => {
    const form = event.target as HTMLFormElement
    const postId = form.dataset.post
    if (!postId) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    note(postId, QUIET)
    submit((submitter as HTMLButtonElement | null) ?? form, {
      navigate: false,
      fetcherKey: keyOf(postId),
    })
  }
  return {
    handleSubmit,
    stateOf: (postId) => states.get(postId) ?? QUIET,
    watchers: [...states.keys()].map((id) => <Watcher key={id} postId={id} onChange={note} />),
  }
}

function Watcher({
  postId,
  onChange,
}: {
  postId: string
  onChange: (postId: string, state: ActState) => void
}) {
  const { state, data, formData } = useFetcher<Sent>({ key: keyOf(postId) })
  const pressed = formData?.get('intent') ?? null
  const hasTrouble = state === 'idle' && data?.status === 'error'
  useEffect(
    () => onChange(postId, { pressed, hasTrouble }),
    [postId, pressed, hasTrouble, onChange],
  )
  return null
}
