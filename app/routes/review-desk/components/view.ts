import type { Reply } from '#app/ui/form-context.ts'
import type { reviewFor } from '#server/software/review/opinions/views.ts'

/** What the parts of the page of a case are made of. */
export type ReviewView = Awaited<ReturnType<typeof reviewFor>>
export type Answer = (NonNullable<Reply> & { intent?: string; theirs?: string }) | null | undefined

/** The answer to one of the forms of the page. */
export const of = (reply: Answer, ...intents: string[]) =>
  intents.includes(reply?.intent ?? '') ? reply : undefined
