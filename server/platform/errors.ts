import { DatabaseBusy } from '#db/client.ts'

/** Thrown by use cases; the HTTP layer and the socket layer each know how to answer them. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The person may see the thing but not do this; the sentence says who can. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** A rule of the house says no; the message is German and meant for the person. `field` puts it beside an input. */
export class Refusal extends Error {
  override name = 'Refusal'
  constructor(
    message: string,
    readonly field = '',
  ) {
    super(message)
  }
}

/** Somebody else changed the same thing in the meantime; both texts are kept and shown. */
export class Conflict extends Error {
  override name = 'Conflict'
  constructor(
    message: string,
    readonly theirs: string,
  ) {
    super(message)
  }
}

/** Too many tries; `seconds` until the next one makes sense. */
export class TooMany extends Error {
  override name = 'TooMany'
  constructor(readonly seconds: number) {
    super('Zu viele Versuche.')
  }
}

/** More work than we can take at this moment: 503, try again shortly. */
export class Busy extends Error {
  override name = 'Busy'
}

/** It was here and was taken back; the sentence says so. Only for whoever could read it before. */
export class Gone extends Error {
  override name = 'Gone'
}

/** The thing has moved for good to another address. */
export class Moved extends Error {
  override name = 'Moved'
  constructor(readonly to: string) {
    super('moved')
  }
}

const CONNECTION_TROUBLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  '53300', // too many connections
  '53100', // disk full
  '57014', // statement timeout
  '08006',
  '08003',
  '08001',
])

const TROUBLE_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Connection ended|is not queryable|cached plan must not change/

/** Is this the database being away, full or overloaded, rather than a bug? Then: 503, nothing was changed. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseBusy || error instanceof Busy) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return CONNECTION_TROUBLE.has(code) || TROUBLE_IN_WORDS.test(error.message)
}

/** Malformed ids, numbers out of range, broken text: what no thing can be called, so there is none. */
const NO_NAME_OF_ANYTHING = new Set(['22P02', '22003', '22021'])

export function isMalformedName(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_NAME_OF_ANYTHING.has(String(error.code))
}
