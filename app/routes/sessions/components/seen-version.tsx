import type { Reply } from '#app/http/page.ts'

/** The number of what somebody had before them when they typed; a refused form keeps it. */
export function SeenVersion({ reply, version }: { reply: Reply | undefined; version: number }) {
  const typed = reply?.theirs === undefined ? reply?.initialValue?.version : undefined
  return <input type="hidden" name="version" value={typeof typed === 'string' ? typed : version} />
}
