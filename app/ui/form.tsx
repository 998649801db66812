import { Form, type FormProps, useNavigation } from '@remix-run/react'
import { type ComponentType, type RefAttributes, useEffect, useId, useRef } from 'react'
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
  const pending = usePending(method, clientKey, rest.action, fetcher)
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
        {clientKey && <input type="hidden" name="clientKey" value={clientKey} />}
        {children}
      </FormElement>
    </FormContext.Provider>
  )
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
