import type { Reply } from '#app/ui/form-context.ts'

/** In a list of forms: the answer, when it is for the form with this key. */
export function replyOf(reply: Reply, key: string): Reply {
  return reply?.initialValue?.clientKey === key ? reply : undefined
}
