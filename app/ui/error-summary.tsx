import CircleAlert from 'lucide-react/icons/circle-alert'
import { useContext, useEffect, useRef } from 'react'
import { fieldId, FormContext } from '#app/ui/form-context.ts'
import { JumpLink } from '#app/ui/jump-link.tsx'
import { plural } from '#app/ui/format.ts'

/** "Bitte prüfen Sie 2 Angaben" with links to the fields; takes the focus when it appears. */
export function ErrorSummary() {
  const { formId, reply } = useContext(FormContext)
  const ref = useRef<HTMLDivElement>(null)
  const errors = Object.entries(reply?.error ?? {}).flatMap(([name, texts]) =>
    texts?.length ? [{ name, text: texts.join(' ') }] : [],
  )
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors) ref.current?.focus()
  }, [reply, hasErrors])
  if (!hasErrors) return null

  const inFields = errors.filter(({ name }) => name)
  const inForm = errors.filter(({ name }) => !name)
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg border-2 border-stopp bg-stopp-zart p-4"
    >
      <CircleAlert className="mt-0.5 shrink-0 text-stopp" />
      <div>
        {inForm.map(({ text }) => (
          <p key={text} className="font-semibold">
            {text}
          </p>
        ))}
        {inFields.length > 0 && (
          <p className="font-semibold">
            Bitte prüfen Sie {plural(inFields.length, 'Angabe', 'Angaben')}
          </p>
        )}
        <ul>
          {inFields.map(({ name, text }) => (
            <li key={name}>
              <JumpLink
                target={fieldId(formId, name)}
                className="inline-flex min-h-11 items-center underline"
              >
                {text}
              </JumpLink>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
