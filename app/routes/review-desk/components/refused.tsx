import { Notice } from '#app/ui/notice.tsx'
import type { Answer } from './view.ts'

/** Fields in which somebody has written sentences. */
const WRITTEN = ['reasoning', 'ownConditions', 'alternative', 'note', 'text', 'reason']

/** What was sent came too late: its form is not on the page any more. What was written in it is, to be copied. */
export function Refused({ reply }: { reply: Answer }) {
  const sentences = Object.values(reply?.error ?? {}).flatMap((one) => one ?? [])
  if (sentences.length === 0) return null
  const written = WRITTEN.map((name) => reply?.initialValue?.[name]).filter(
    (text): text is string => typeof text === 'string' && text !== '',
  )
  return (
    <div role="alert">
      <Notice tone="achtung" title={sentences.join(' ')}>
        {written.length > 0 && (
          <>
            <p>Das haben Sie geschrieben:</p>
            {written.map((text) => (
              <p key={text} className="whitespace-pre-wrap wrap-anywhere">
                {text}
              </p>
            ))}
          </>
        )}
      </Notice>
    </div>
  )
}
