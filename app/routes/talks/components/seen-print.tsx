import { Notice } from '#app/ui/notice.tsx'

export type Answer =
  | {
      status?: 'error' | 'success'
      intent?: string
      theirs?: string
      initialValue?: Record<string, unknown> | null
      error?: Record<string, string[] | null> | null
    }
  | undefined

/** Which text the form was made with; after a conflict what stands there now, so that sending again means it. */
export function SeenPrint({ print, reply }: { print: string; reply: Answer }) {
  const theirs = reply?.theirs
  const seen = theirs === undefined ? reply?.initialValue?.print : undefined
  return (
    <>
      <input type="hidden" name="print" value={typeof seen === 'string' ? seen : print} />
      {theirs !== undefined && (
        <Notice tone="achtung" title="Das ist jetzt gespeichert">
          <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{theirs || '(leer)'}</p>
        </Notice>
      )}
    </>
  )
}
