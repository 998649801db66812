import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { settings } from '#server/platform/env.ts'
import { secretFor, secretsFor } from '#server/platform/secrets.ts'
import { paths } from '../../paths.ts'

const PURPOSE = 'lab-booking'
const FEED = 'lab-booking-feed'

/** What the database keeps of a link. */
export const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

type Linked = { id: string; linkHash: string | null }
type Keyed = Linked & { personId: string | null }

/**
 * The secret part of a booking's address: it follows from a secret of the house, so that every letter can name it again
 * though only its hash is kept. After the secret was exchanged links of old letters go on working. Who answers for the
 * booking is in it: the letter of whoever had it before opens nothing any more.
 */
export function keyFor({ id, personId, linkHash }: Keyed): string {
  const keyOf = (secret: string, of: string) =>
    createHmac('sha256', secret).update(of).digest('base64url')
  const secrets = secretsFor(PURPOSE)
  const keys = secrets.map((secret) => keyOf(secret, `${id} ${personId ?? ''}`))
  // Letters written before the person was in it.
  const older = secrets.map((secret) => keyOf(secret, id))
  return [...keys, ...older].find((key) => hashOf(key) === linkHash) ?? keys[0] ?? ''
}

export const linkOf = (row: Keyed) => paths.byLink(keyFor(row))

const signed = (secret: string, { id, linkHash }: Linked) =>
  createHmac('sha256', secret)
    .update(`${id} ${linkHash ?? ''}`)
    .digest('base64url')

/**
 * The address of its calendar, once there is a letter with a link. Calendars lie on servers of others and are shown to
 * others: whoever has this address reads and can do nothing, so it has a key of its own.
 */
export const feedOf = (row: Linked) =>
  row.linkHash === null
    ? null
    : new URL(paths.feedByLink(`${row.id}.${signed(secretFor(FEED), row)}`), settings().origin).href

/** Is this the signature in the address of its calendar? */
export const opensFeed = (row: Linked, signature: string): boolean =>
  row.linkHash !== null &&
  secretsFor(FEED).some((secret) => {
    const [right, given] = [Buffer.from(signed(secret, row)), Buffer.from(signature)]
    return right.length === given.length && timingSafeEqual(right, given)
  })
