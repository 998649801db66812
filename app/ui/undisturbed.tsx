import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Reply } from '#app/ui/form-context.ts'
import { Notice } from '#app/ui/notice.tsx'

type Props<Data> = {
  /** What the form shows. */
  data: Data
  /** Another as soon as what stands in the fields is another, or who may save it. */
  mark: string
  /** The answer to the forms inside. */
  reply: (NonNullable<Reply> & { theirs?: string }) | null | undefined
  /** Said below the form while others have changed what somebody is filling in. */
  words: string
  children: (shown: Data) => ReactNode
}

/** What the forms were last filled with, and which of them begin anew with it. */
type Kept<Data> = { data: Data; mark: string; renews: (form: HTMLFormElement) => boolean }

/**
 * Around forms on a page that hears of others. As long as nobody has typed, the form shows what holds now; from then on it
 * stays as it is, with the version it was begun on, until it is sent. What is saved meanwhile the server compares.
 */
export function Undisturbed<Data>({ data, mark, reply, words, children }: Props<Data>) {
  const place = useRef<HTMLDivElement>(null)
  const sent = useRef<EventTarget | null>(null)
  const answered = useRef(reply)
  const [kept, setKept] = useState<Kept<Data>>({ data, mark, renews: () => false })
  const [isBehind, setBehind] = useState(false)
  const isOther = kept.mark !== mark
  const hasFailed = reply?.status === 'error'
  const isConflict = reply?.theirs !== undefined

  useEffect(() => {
    if (!isOther) return setBehind(false)
    // Who was told that somebody else was faster has the new state beside their own words.
    const wasTold = isConflict && answered.current !== reply
    const saved = hasFailed ? null : sent.current
    if (wasTold) answered.current = reply
    if (!wasTold && !saved && (hasFailed || isTouched(place.current))) return setBehind(true)
    sent.current = null
    setBehind(false)
    setKept({ data, mark, renews: (form) => !wasTold && (saved === null || saved === form) })
  }, [data, mark, reply, isOther, hasFailed, isConflict])

  useEffect(() => {
    // Fields go back to their defaults, which are the new ones by now.
    for (const form of formsIn(place.current)) if (kept.renews(form)) form.reset()
  }, [kept])

  return (
    <div
      ref={place}
      className="min-w-0 not-has-[>:not([role=status]:empty)]:hidden"
      onSubmit={({ target }) => {
        sent.current = target
      }}
      onInput={() => {
        sent.current = null
      }}
    >
      {children(isOther ? kept.data : data)}
      <div role="status">
        {isBehind && isOther && (
          <div className="pt-3">
            <Notice tone="achtung" title={words} />
          </div>
        )}
      </div>
    </div>
  )
}

const formsIn = (place: HTMLElement | null) => [...(place?.querySelectorAll('form') ?? [])]

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isTouched = (place: HTMLElement | null): boolean =>
  [...(place?.querySelectorAll<Field>('input, textarea, select') ?? [])].some(isChanged)

/** Does a field hold something else than the page put there? */
function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const given = [...field.options].findIndex(({ defaultSelected }) => defaultSelected)
    return field.selectedIndex !== Math.max(0, given)
  }
  if (field.type === 'radio' || field.type === 'checkbox')
    return (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
  return field.type !== 'hidden' && field.value !== field.defaultValue
}
