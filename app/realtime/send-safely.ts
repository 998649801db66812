import { type ClientActionFunctionArgs, isRouteErrorResponse } from '@remix-run/react'
import type { Reply } from '#app/ui/form-context.ts'

/**
 * Why something did not arrive. 'offline': no answer, perhaps not even a request; 'signed-out': the session
 * has ended; 'refused': not allowed (any more) or gone; 'server': anything else.
 */
export type Trouble = 'offline' | 'signed-out' | 'refused' | 'server'

/** What a fetcher gets from `sendSafely`: done, refused beside the fields, or in trouble with all text kept. */
export type Sent =
  | { status: 'success'; to: string }
  | { status: 'error'; trouble: Trouble; message?: string }
  | NonNullable<Reply>

/**
 * The clientAction of pages on which people write. A lost connection, an ended session or a failing server
 * become data beside the form, where Remix would replace the page with an error.
 *
 * @param staysHere by the sent form: true keeps the page and answers with the address it would have gone to
 */
export async function sendSafely(
  { request, serverAction }: ClientActionFunctionArgs,
  staysHere: (form: FormData) => boolean,
): Promise<unknown> {
  const form = await request.clone().formData()
  try {
    return await serverAction()
  } catch (error) {
    const to = error instanceof Response ? error.headers.get('Location') : null
    if (to !== null) {
      if (staysHere(form)) return { status: 'success', to } satisfies Sent
      throw error
    }
    // A Response with this status keeps the router from reloading the page's data, which would fail as well.
    return Response.json(troubleOf(error), { status: 503 })
  }
}

function troubleOf(error: unknown): Sent {
  if (error instanceof TypeError) return { status: 'error', trouble: 'offline' }
  if (!isRouteErrorResponse(error)) return { status: 'error', trouble: 'server' }
  if (error.status === 401) return { status: 'error', trouble: 'signed-out' }
  const { message } = (error.data ?? {}) as { message?: string }
  const trouble = error.status >= 500 ? 'server' : 'refused'
  return { status: 'error', trouble, message }
}
