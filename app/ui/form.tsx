import { Form, type FormProps, useNavigation } from '@remix-run/react'
import { type ComponentType, type RefAttributes, useEffect, useId, useRef, useState } from 'react'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormContext, type Reply } from '#app/ui/form-context.ts'

type Props = Omit<FormProps, 'method'> & {
  /** The answer of the action: `useActionData()` or `fetcher.data`. */
  reply?: Reply
  /** The idempotency UUID from the loader, so that a repeated send is answered with the first result. */
  clientKey?: string
  method?: 'post' | 'get'
  /** A fetcher, when the form does not lead to another page. */
  fetcher?: {
    Form: ComponentType<FormProps & RefAttributes<HTMLFormElement>>
    state: string
    formData?: FormData
  }
}

/**
 * Every form of the house. Hands errors and sent values to the fields inside, sums up what is wrong on
 * top, and works the same with and without JavaScript. The checks of the browser are off for POST,
 * so that people read our words beside the field instead of a bubble that vanishes.
 */
export function HouseForm({
  reply,
  clientKey,
  method = 'post',
  fetcher,
  children,
  ...rest
}: Props) {
  const ownId = useId().replace(/\W/g, '')
  const formId = rest.id ?? ownId
  const ref = useRef<HTMLFormElement>(null)
  const key = useKeptKey(clientKey)
  const pending = usePending(method, key.kept, rest.action, fetcher)
  useKeyRenewal(key, pending, reply)
  const FormElement = fetcher?.Form ?? Form

  useEffect(() => {
    if (reply?.status === 'success') ref.current?.reset()
  }, [reply])

  return (
    <FormContext.Provider value={{ formId, reply, pending }}>
      <FormElement
        noValidate={method === 'post'}
        {...rest}
        id={formId}
        ref={ref}
        method={method}
        className={rest.className ?? 'grid gap-5'}
      >
        <ErrorSummary />
        {key.kept && <input type="hidden" name="clientKey" value={key.kept} />}
        {children}
      </FormElement>
    </FormContext.Provider>
  )
}

type Key = { kept: string | undefined; renew: () => void }

/** The loader makes a new key whenever it runs, also for news of others. The form keeps its own until it is accepted. */
function useKeptKey(offered: string | undefined): Key {
  const [kept, setKept] = useState(offered)
  return { kept: kept ?? offered, renew: () => setKept(offered) }
}

/** Once sent and accepted, the next sending is another act and needs another key. */
function useKeyRenewal(key: Key, pending: FormData | undefined, reply: Reply): void {
  const wasPending = useRef(false)
  useEffect(() => {
    if (pending) {
      wasPending.current = true
    } else if (wasPending.current) {
      wasPending.current = false
      if (reply?.status !== 'error') key.renew()
    }
  })
}

/** The data under way, when it is this form that sent them: told by the key, else by the address. */
function usePending(
  method: string,
  clientKey: string | undefined,
  action: string | undefined,
  fetcher: Props['fetcher'],
): FormData | undefined {
  const navigation = useNavigation()
  if (fetcher) return fetcher.state === 'idle' ? undefined : fetcher.formData
  const { formData, formMethod, formAction } = navigation
  if (!formData || formMethod?.toLowerCase() !== method) return undefined
  if (clientKey) return formData.get('clientKey') === clientKey ? formData : undefined
  return !action || formAction?.startsWith(action) ? formData : undefined
}
