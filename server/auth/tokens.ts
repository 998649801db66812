import { createHash, randomBytes } from 'node:crypto'
import { now } from '#server/platform/clock.ts'
import * as sql from './sql.ts'

const MINUTE = 60_000
/** How long a link works (safety.md AU-7). */
const LIVES: Record<sql.TokenPurpose, number> = {
  register: 24 * 60 * MINUTE,
  /** It lies in the mailbox of a school's office, so it lives as long as an invitation. */
  confirm_principal: 14 * 24 * 60 * MINUTE,
  sign_in: 15 * MINUTE,
  reset_password: 30 * MINUTE,
  first_operator: 24 * 60 * MINUTE,
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** Makes a token that works once. Only its hash is kept: the answer is the one moment it can be read. */
export async function mintToken(
  purpose: sql.TokenPurpose,
  about: { personId?: string; payload?: object },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = now()
  await sql.insertToken({
    tokenHash: hashOf(token),
    purpose,
    personId: about.personId ?? null,
    payload: JSON.stringify(about.payload ?? {}),
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LIVES[purpose]),
  })
  return token
}

/** What a link is about, without using it up: mail scanners open links, so a GET only looks. */
export const peekToken = (token: string, purpose: sql.TokenPurpose) =>
  sql.findToken(hashOf(token), purpose, now())

/** Uses the token up; undefined when it is unknown, used or too old. Call it in the transaction of the act. */
export const consumeToken = (token: string, purpose: sql.TokenPurpose) =>
  sql.useToken(hashOf(token), purpose, now())

/** Makes links worthless that let this person in, e.g. after a new password. Call it in the transaction of the act. */
export const voidEntryTokens = (personId: string) =>
  sql.removeTokensOf(personId, ['sign_in', 'reset_password'])
