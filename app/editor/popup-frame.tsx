import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { fieldId, FormContext } from '#app/ui/form-context.ts'

type Errors = Record<string, string[]>

/** A dialog that is open as long as it stands; the browser's own way of closing it is heard too. */
export function OpenDialog(props: {
  title: string
  /** While something is under way it stays. */
  isHeld?: boolean
  onClose: () => void
  children: ReactNode
}) {
  const { title, isHeld = false, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const latest = useRef({ onClose, isHeld })
  useEffect(() => {
    latest.current = { onClose, isHeld }
  })
  useEffect(() => {
    const shown = dialog.current
    const handleClose = () => latest.current.onClose()
    const handleCancel = (event: Event) => latest.current.isHeld && event.preventDefault()
    shown?.showModal()
    shown?.addEventListener('close', handleClose)
    shown?.addEventListener('cancel', handleCancel)
    return () => {
      shown?.removeEventListener('close', handleClose)
      shown?.removeEventListener('cancel', handleCancel)
    }
  }, [])
  return (
    <Dialog ref={dialog} title={title}>
      {children}
    </Dialog>
  )
}

/** A form whose answer is made here, with sentences beside its fields like those of the server. */
export function LocalForm(props: {
  label: string
  /** What is wrong, by the name of the field; nothing when it was done. */
  onSend: (data: FormData) => Errors | undefined | Promise<Errors | undefined>
  onCancel: () => void
  busy?: boolean
  extra?: ReactNode
  children: ReactNode
}) {
  const { label, onSend, onCancel, busy, extra, children } = props
  const formId = useId().replace(/\W/g, '')
  const [errors, setErrors] = useState<Errors>({})
  const context = useMemo(
    () => ({ formId, reply: { status: 'error' as const, error: errors }, pending: undefined }),
    [formId, errors],
  )
  useEffect(() => {
    const [first] = Object.keys(errors)
    if (first) document.getElementById(fieldId(formId, first))?.focus()
  }, [errors, formId])
  const handleSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React hands events on to the page around a dialog, too.
    event.stopPropagation()
    if (!busy) setErrors((await onSend(new FormData(event.currentTarget))) ?? {})
  }
  return (
    <FormContext.Provider value={context}>
      <form noValidate onSubmit={(event) => void handleSubmit(event)} className="grid gap-4">
        {children}
        <div className="flex flex-wrap gap-3">
          <Button busy={busy}>{label}</Button>
          {extra}
          <Button type="button" variant="secondary" onClick={onCancel}>
            Abbrechen
          </Button>
        </div>
      </form>
    </FormContext.Provider>
  )
}

export const textOf = (data: FormData, name: string): string => {
  const value = data.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
