import { createHash, createHmac } from 'node:crypto'
import { settings } from '#server/platform/env.ts'
import { secretsFor } from '#server/platform/secrets.ts'
import { paths } from '../../paths.ts'

const PURPOSE = 'lab-booking'

/** What the database keeps of a link. */
export const hashOf = (key: string) => createHash('sha256').update(key).digest('hex')

type Linked = { id: string; linkHash: string | null }

/**
 * The secret part of a booking's address: it follows from a secret of the house, so that every letter can name it again
 * though only its hash is kept. After the secret was exchanged links of old letters go on working.
 */
export function keyFor({ id, linkHash }: Linked): string {
  const keys = secretsFor(PURPOSE).map((secret) =>
    createHmac('sha256', secret).update(id).digest('base64url'),
  )
  return keys.find((key) => hashOf(key) === linkHash) ?? keys[0] ?? ''
}

export const linkOf = (row: Linked) => paths.byLink(keyFor(row))

/** The address of its calendar, once there is a letter with a link. */
export const feedOf = (row: Linked) =>
  row.linkHash === null ? null : new URL(paths.feedByLink(keyFor(row)), settings().origin).href
