import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'

/**
 * The shouldRevalidate of every route that stands around a form sent by `sendSafely`: after a form that was
 * refused or did not arrive nothing is loaded anew. Remix itself would, for fetchers, and on a lost connection
 * that replaces the page, with what somebody has typed, by an error. One route without it is enough.
 */
export function unlessTrouble({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus < 400 && defaultShouldRevalidate
}
