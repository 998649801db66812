import { redirect, type TypedResponse } from '@remix-run/node'
import { type Toast, toastCookie } from './cookies.ts'

/** Redirects after a successful form, with a message for the next page. `to` is one of our own paths. */
export async function redirectWithToast(
  to: string,
  toast: Omit<Toast, 'id'> | string,
  extraCookies: string[] = [],
): Promise<TypedResponse<never>> {
  const message = typeof toast === 'string' ? { text: toast } : toast
  const headers = new Headers()
  headers.append('Set-Cookie', await toastCookie(message))
  for (const cookie of extraCookies) headers.append('Set-Cookie', cookie)
  return redirect(to, { headers })
}
