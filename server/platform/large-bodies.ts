import type { IncomingMessage } from 'node:http'

const MB = 1024 * 1024

/** What a form without files may weigh. */
export const LARGEST_FORM = 256 * 1024

/**
 * Addresses that take files, each as a form with parts; `.data` is the same page asked by JavaScript. Signed-in people
 * only, but for the vendors of software: behind their one-time link, which is judged before a byte of the body is read,
 * twice of what is taken may come, so that whoever sends too much reads so beside what was typed.
 */
const UPLOADS: { at: RegExp; most: number; isForVisitors?: boolean }[] = [
  { at: /^\/dateien$/, most: 25.25 * MB },
  { at: /^\/verwaltung\/schulen\/import(?:\.data)?$/, most: 5.25 * MB },
  { at: /^\/pruefstelle\/\d{1,9}(?:\.data)?$/, most: 25.25 * MB },
  { at: /^\/software\/[a-z0-9-]+\/nutzungen(?:\.data)?$/, most: 25.25 * MB },
  { at: /^\/theke\/rueckgabe\/\d{4}-\d{1,9}(?:\.data)?$/, most: 25.25 * MB },
  { at: /^\/g\/[\w-]{1,24}(?:\.data)?$/, most: 25.25 * MB },
  { at: /^\/anbieter\/[\w-]{43}$/, most: 20 * MB, isForVisitors: true },
]
const WITH_PARTS = /^multipart\/form-data\b/i

export const SESSION_COOKIE = /(?:^|;\s*)(?:__Host-)?session=([^;]+)/

type Asked = Pick<IncomingMessage, 'headers'> & { path: string }

/** How many bytes this request may bring, by what stands in its head. */
export function largestBody({ path, headers }: Asked): number {
  const upload = UPLOADS.find(({ at }) => at.test(path))
  if (!upload || !WITH_PARTS.test(headers['content-type'] ?? '')) return LARGEST_FORM
  const isOpen = upload.isForVisitors === true || SESSION_COOKIE.test(headers.cookie ?? '')
  return isOpen ? upload.most : LARGEST_FORM
}

/** Where the answer may come before the body was read: what is still on its way then is not waited for. */
export const endsWithAnswer = (request: Asked): boolean =>
  Number(request.headers['content-length'] ?? 0) > LARGEST_FORM &&
  UPLOADS.some(({ at, isForVisitors }) => isForVisitors === true && at.test(request.path))
