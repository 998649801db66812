import { useFetcher, useSubmit } from '@remix-run/react'
import { type FormEvent, type ReactNode, useCallback, useEffect, useState } from 'react'
import type { Sent } from '#app/realtime/send-safely.ts'

/** What is under way with a thread or a comment, or went wrong. */
export type ActState = { pressed: FormDataEntryValue | null; hasTrouble: boolean }

const QUIET: ActState = { pressed: null, hasTrouble: false }

export type CommentActs = ReturnType<typeof useCommentActs>

/**
 * Sends the small forms of all threads (`data-act` names what a form is about) without leaving the page. Only
 * those that were used have a fetcher: a document may have hundreds of threads.
 *
 * @returns `watchers` has to stand somewhere on the page; it shows nothing
 */
export function useCommentActs(): {
  handleSubmit: (event: FormEvent) => void
  stateOf: (id: string) => ActState
  watchers: ReactNode
} {
  const submit = useSubmit()
  const [states, setStates] = useState<ReadonlyMap<string, ActState>>(new Map())
  const note = useCallback((id: string, state: ActState) => {
    setStates((known) => new Map(known).set(id, state))
  }, [])
  const handleSubmit = (event: FormEvent) => {
    const form = event.target as HTMLFormElement
    const id = form.dataset.act
    if (!id) return
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    note(id, QUIET)
    submit((submitter as HTMLButtonElement | null) ?? form, {
      navigate: false,
      fetcherKey: keyOf(id),
    })
  }
  return {
    handleSubmit,
    stateOf: (id) => states.get(id) ?? QUIET,
    watchers: [...states.keys()].map((id) => <Watcher key={id} id={id} onChange={note} />),
  }
}

const keyOf = (id: string) => `kommentar-${id}`

function Watcher({
  id,
  onChange,
}: {
  id: string
  onChange: (id: string, state: ActState) => void
}) {
  const { state, data, formData } = useFetcher<Sent>({ key: keyOf(id) })
  const pressed = formData?.get('intent') ?? null
  const hasTrouble = state === 'idle' && data?.status === 'error'
  useEffect(() => onChange(id, { pressed, hasTrouble }), [id, pressed, hasTrouble, onChange])
  return null
}

export function NotSent() {
  return (
    <p role="alert" className="text-sm text-stopp">
      Nicht gesendet. Bitte versuchen Sie es erneut.
    </p>
  )
}
