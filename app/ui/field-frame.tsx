import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'
import { useField } from '#app/ui/form-context.ts'

export const CONTROL =
  'min-h-11 w-full min-w-0 rounded-lg border border-rand bg-flaeche px-3 py-2 text-schrift aria-invalid:border-2 aria-invalid:border-stopp'

export type FieldTexts = {
  name: string
  label: ReactNode
  hint?: ReactNode
  /** Writes "(freiwillig)" behind the label. */
  optional?: boolean
  className?: string
}

/** The attributes that tie a control to its hint and its errors. */
export function useControl({ name, hint }: Pick<FieldTexts, 'name' | 'hint'>) {
  const field = useField(name)
  const isInvalid = field.errors.length > 0
  const described = [hint && `${field.id}-hinweis`, isInvalid && `${field.id}-fehler`]
  return {
    ...field,
    control: {
      id: field.id,
      name,
      'aria-invalid': isInvalid || undefined,
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    },
  }
}

/** Label above, hint below it, then the control and what is wrong with it. */
export function FieldFrame(
  props: FieldTexts & { id: string; errors: string[]; children: ReactNode },
) {
  const { label, hint, optional, id, errors, className, children } = props
  return (
    <div className={`grid content-start gap-1 ${className ?? ''}`}>
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional && <Optional />}
      </label>
      <Hint id={id}>{hint}</Hint>
      {children}
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** The same frame for several controls under one question. */
export function GroupFrame(
  props: FieldTexts & { id: string; errors: string[]; children: ReactNode },
) {
  const { label, hint, optional, id, errors, className, children } = props
  return (
    <fieldset
      className={`min-w-0 ${className ?? ''}`}
      aria-describedby={
        [hint && `${id}-hinweis`, errors.length > 0 && `${id}-fehler`].filter(Boolean).join(' ') ||
        undefined
      }
    >
      <legend className="mb-1 font-semibold">
        {label}
        {optional && <Optional />}
      </legend>
      <Hint id={id}>{hint}</Hint>
      {children}
      <FieldErrors id={id} errors={errors} />
    </fieldset>
  )
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null
  return (
    <p id={`${id}-hinweis`} className="text-sm text-leise">
      {children}
    </p>
  )
}

export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  if (errors.length === 0) return null
  return (
    <p id={`${id}-fehler`} className="flex items-start gap-1.5 pt-1 font-semibold text-stopp">
      <CircleAlert className="mt-0.5 size-[1.2em] shrink-0" />
      <span>
        <span className="sr-only">Fehler: </span>
        {errors.join(' ')}
      </span>
    </p>
  )
}

function Optional() {
  return <span className="font-normal text-leise"> (freiwillig)</span>
}
