import { createContext, useContext } from 'react'

/** What an action answers when it did not redirect; the shape of conform's SubmissionResult. */
export type Reply =
  | {
      status?: 'error' | 'success'
      initialValue?: Record<string, unknown> | null
      error?: Record<string, string[] | null> | null
    }
  | null
  | undefined

type FormState = { formId: string; reply: Reply; pending: FormData | undefined }

/** The context a HouseForm gives to the fields and buttons inside it. */
export const FormContext = createContext<FormState>({
  formId: 'feld',
  reply: undefined,
  pending: undefined,
})

/** What a field must know of its form: id, errors, and what was sent in it last time. */
export function useField(name: string) {
  const { formId, reply } = useContext(FormContext)
  const errors = reply?.error?.[name] ?? []
  return {
    id: fieldId(formId, name),
    errors,
    wasSent: Boolean(reply?.initialValue),
    sent: valueAt(reply?.initialValue, name),
  }
}

/** True while the surrounding form is under way by this very button. */
export function useIsPending(name: string | undefined, value: unknown): boolean {
  const { pending } = useContext(FormContext)
  if (!pending) return false
  return name === undefined || pending.get(name) === String(value)
}

export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]/g, '-')}`
}

/** The text of a sent value; lists and gaps become the empty text. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Names may lead into the depth: `sites[0].street`. */
function valueAt(values: Record<string, unknown> | null | undefined, name: string): unknown {
  let found: unknown = values
  for (const step of name.split(/[.[\]]+/).filter(Boolean)) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined
    found = (found as Record<string, unknown>)[step]
  }
  return found
}
