import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import { Notice } from '#app/ui/notice.tsx'

/** What a form answered: the text of the other one, and what was sent. */
type Answer = {
  theirs?: string | undefined
  initialValue?: Record<string, unknown> | null | undefined
}

/**
 * For a form whose text somebody else has saved meanwhile: shows what stands there now, and sends the number of what the
 * person has before them. Stands inside the form, above its fields; the route exports `afterConflict` as its
 * shouldRevalidate.
 */
export function Overtaken({ reply, version }: { reply: Answer | undefined; version: number }) {
  const theirs = reply?.theirs
  // After any other refusal the fields hold what was typed over the version of that time.
  const seen = theirs === undefined ? reply?.initialValue?.version : undefined
  return (
    <>
      <input type="hidden" name="version" value={typeof seen === 'string' ? seen : version} />
      {theirs !== undefined && (
        <Notice tone="achtung" title="Das ist jetzt gespeichert">
          <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{theirs || '(leer)'}</p>
        </Notice>
      )}
    </>
  )
}

/** After a conflict the page needs the number of the text it then shows. */
export const afterConflict = ({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean => actionStatus === 409 || defaultShouldRevalidate
