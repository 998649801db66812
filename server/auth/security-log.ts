import { now } from '#server/platform/clock.ts'
import { pseudonym } from '#server/platform/log.ts'
import * as sql from './sql.ts'

/**
 * Writes one line of the security log: kept 30 days, on no page, and without anything that names a person
 * (safety.md DP-4).
 *
 * @param about the address or id it is about; only its pseudonym is kept
 */
export function noteSecurity(kind: string, about: string): Promise<void> {
  return sql.insertSecurityEvent(now(), kind, pseudonym(about))
}
