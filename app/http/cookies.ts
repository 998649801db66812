import { randomUUID } from 'node:crypto'
import { createCookie, createCookieSessionStorage } from '@remix-run/node'
import { settings } from '#server/platform/env.ts'
import { secretsFor } from '#server/platform/secrets.ts'

const YEAR = 365 * 24 * 60 * 60

export type Look = {
  theme: 'system' | 'light' | 'dark'
  textSize: '100' | '115' | '130'
  density: 'comfortable' | 'compact'
  shortcuts: 'off' | 'on'
}

const isSecure = () => settings().origin.startsWith('https:')

const lookCookie = createCookie('darstellung', { path: '/', sameSite: 'lax', maxAge: YEAR })
const schoolCookie = createCookie('schule', {
  path: '/',
  sameSite: 'lax',
  maxAge: YEAR,
  httpOnly: true,
})

const one = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((option) => option === value) ?? otherwise

/** How the person wants to see the pages; unknown values fall back, they never break a page. */
export async function readLook(request: Request): Promise<Look> {
  const kept = ((await lookCookie.parse(request.headers.get('cookie'))) ?? {}) as Record<
    string,
    unknown
  >
  return {
    theme: one(kept.theme, ['system', 'light', 'dark'], 'system'),
    textSize: one(kept.textSize, ['100', '115', '130'], '100'),
    density: one(kept.density, ['comfortable', 'compact'], 'comfortable'),
    shortcuts: one(kept.shortcuts, ['off', 'on'], 'off'),
  }
}

export const keepLook = (look: Look) => lookCookie.serialize(look, { secure: isSecure() })

/** The school chosen last on this device, so that it need not be chosen again. */
export async function readSchool(request: Request): Promise<string | null> {
  const kept: unknown = await schoolCookie.parse(request.headers.get('cookie'))
  return typeof kept === 'string' && /^[a-z0-9-]{1,100}$/.test(kept) ? kept : null
}

export const keepSchool = (slug: string) => schoolCookie.serialize(slug, { secure: isSecure() })

/** A message for the next page. `undo` is a small form: what it sends, where, and its label. */
export type Toast = {
  /** Tells one message from the next of the same words. */
  id: string
  text: string
  tone?: 'ok' | 'achtung'
  undo?: { action: string; fields: Record<string, string>; label: string }
}

function flashStorage() {
  return createCookieSessionStorage<object, { toast: Toast }>({
    cookie: {
      name: 'meldung',
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      maxAge: 60,
      secure: isSecure(),
      secrets: secretsFor('flash'),
    },
  })
}

export async function toastCookie(toast: Omit<Toast, 'id'>): Promise<string> {
  const storage = flashStorage()
  const session = await storage.getSession()
  session.flash('toast', { ...toast, id: randomUUID() })
  return storage.commitSession(session)
}

/** Reads the message once. @returns the toast and the Set-Cookie that removes it, when there was one */
export async function takeToast(
  request: Request,
): Promise<{ toast: Toast | null; cookie?: string }> {
  const header = request.headers.get('cookie')
  if (!header?.includes('meldung=')) return { toast: null }
  const storage = flashStorage()
  const session = await storage.getSession(header)
  const toast = session.get('toast') ?? null
  return { toast, cookie: await storage.destroySession(session) }
}
