import { type AppLoadContext, data, redirect } from '@remix-run/node'
import {
  Conflict,
  Forbidden,
  Gone,
  isMalformedName,
  isUnavailable,
  Moved,
  NotFound,
  Refusal,
  TooMany,
} from '#server/platform/errors.ts'
import { log } from '#server/platform/log.ts'

/** "in 2 Minuten", "in 30 Sekunden". */
export function reportTooMany(error: TooMany): string {
  const wait =
    error.seconds > 90 ? `${Math.ceil(error.seconds / 60)} Minuten` : `${error.seconds} Sekunden`
  return `Zu viele Versuche. Bitte in ${wait} erneut.`
}

/** A form as it was sent, so that the page of an error can show it and send it once more. */
export type KeptInput = { typed: [name: string, value: string][]; action: string }

/** What an error page is told. The id stands in the log beside the cause. */
export type ErrorFacts = { id?: string; message?: string; seconds?: number } & Partial<KeptInput>

/**
 * Turns what a use case threw into an answer. What it does not know is a bug: logged, 500, nothing inside shown.
 *
 * @param kept what was sent, where a form led to the error
 */
export function toHttp(error: unknown, context: AppLoadContext, kept?: KeptInput): unknown {
  if (error instanceof Response || isDataWithStatus(error)) return error
  if (error instanceof NotFound || isMalformedName(error))
    return data({} satisfies ErrorFacts, { status: 404 })
  if (error instanceof Forbidden)
    return data({ message: error.message } satisfies ErrorFacts, { status: 403 })
  if (error instanceof Gone)
    return data({ message: error.message } satisfies ErrorFacts, { status: 410 })
  if (error instanceof Moved) return redirect(error.to, 301)
  if (error instanceof Refusal)
    return data({ message: error.message } satisfies ErrorFacts, { status: 422 })
  if (error instanceof Conflict)
    return data({ message: error.message } satisfies ErrorFacts, { status: 409 })
  if (error instanceof TooMany)
    return data({ seconds: error.seconds, message: reportTooMany(error) } satisfies ErrorFacts, {
      status: 429,
      headers: { 'Retry-After': String(error.seconds) },
    })
  const id = context.requestId
  if (isUnavailable(error)) {
    log.warn({ requestId: id, err: error }, 'database unavailable')
    return data({ id, ...kept } satisfies ErrorFacts, {
      status: 503,
      headers: { 'Retry-After': '5' },
    })
  }
  log.error({ requestId: id, err: error }, 'unexpected error')
  return data({ id, ...kept } satisfies ErrorFacts, { status: 500 })
}

function isDataWithStatus(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'type' in error &&
    error.type === 'DataWithResponseInit'
  )
}
