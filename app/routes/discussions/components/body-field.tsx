import { type RefObject, type SyntheticEvent, useEffect } from 'react'
import { TextArea } from '#app/ui/field.tsx'
import { LIMITS } from '#server/discussions/contract.ts'
import { MENTION_LIST, MentionList, optionId } from './mention-list.tsx'
import { Toolbar } from './toolbar.tsx'
import { useMentions } from './use-mentions.ts'

/** The field for the words of a post, with helping buttons and names behind "@". */
export function BodyField({
  plg,
  box,
  label,
  rows,
  defaultValue,
  isLocked,
}: {
  plg: string
  /** What surrounds the form. */
  box: RefObject<HTMLElement | null>
  label: string
  rows: number
  defaultValue?: string
  /** While it is being sent. */
  isLocked: boolean
}) {
  const { open, look, take, close, handleKey } = useMentions(plg, box)
  useEffect(() => {
    const area = box.current?.querySelector('textarea')
    area?.addEventListener('input', look)
    return () => area?.removeEventListener('input', look)
  })
  const lookOnMove = (event: SyntheticEvent) => {
    if (open && event.type === 'click') look()
  }
  return (
    <div>
      <div className="relative">
        <TextArea
          name="body"
          label={label}
          rows={rows}
          maxLength={LIMITS.body.max}
          defaultValue={defaultValue}
          readOnly={isLocked}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={open ? MENTION_LIST : undefined}
          aria-activedescendant={open ? optionId(open.active) : undefined}
          onKeyDown={handleKey}
          onClick={lookOnMove}
          onBlur={close}
          className="[&_textarea:read-only]:text-leise"
        />
        {open && <MentionList found={open.found} active={open.active} onTake={take} />}
      </div>
      <Toolbar box={box} />
    </div>
  )
}
