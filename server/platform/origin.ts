import type { IncomingHttpHeaders } from 'node:http'
import { settings } from './env.ts'

/**
 * Does a request that changes something come from somewhere else than our own pages? SameSite cookies alone
 * would let sibling subdomains in (safety.md CS-1). Our own address comes from the settings, never from Host.
 */
export function isForeign(headers: IncomingHttpHeaders): boolean {
  const { origin } = headers
  if (origin !== undefined) return !isOwn(origin)
  const site = headers['sec-fetch-site']
  return site !== 'same-origin' && site !== 'none'
}

/** For sockets: the Origin header must be there and exactly ours. */
export function isOwnSocket(headers: IncomingHttpHeaders): boolean {
  return headers.origin !== undefined && isOwn(headers.origin)
}

function isOwn(origin: string): boolean {
  const wanted = settings().origin
  if (origin === wanted) return true
  // Not live, people try it under 127.0.0.1 as well as under localhost.
  return !settings().live && LOCAL.some((host) => origin === wanted.replace('localhost', host))
}

const LOCAL = ['127.0.0.1', 'localhost', '[::1]']
