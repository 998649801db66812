import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged, pageNumber } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import { may } from '../policy.ts'
import { PAGE_SIZE } from './contract.ts'
import { stateOf } from './rules.ts'
import * as sql from './sql.ts'

/** Shorter words find half of the city. */
const SHORTEST = 2
const MOST_WORDS = 4
const MOST_FOUND = 20

/** The instructions that the reader has received, with what they open. */
export async function ownInstructions(actor: Actor) {
  const today = localDayOf(now())
  const rows = await sql.listOwn(actor.id)
  return rows.map((row) => ({
    ...row,
    state: stateOf({ until: row.until, isRevoked: false }, today),
  }))
}

/** What can be shown, and to how many people it was. */
export async function instructionsFor(actor: Actor) {
  authorize(may.manage, actor, {})
  return { kinds: await sql.listKinds(localDayOf(now())), clientKey: randomUUID() }
}

/** One of them with those who have it, and the people that a search for names found. */
export async function instructionFor(actor: Actor, id: string, asked: URLSearchParams) {
  authorize(may.manage, actor, {})
  const instruction = existing(await sql.findKind(id))
  const page = pageNumber(asked.get('seite'))
  const q = cleanText(asked.get('q') ?? '')
    .trim()
    .slice(0, 100)
  const words = q
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST)
    .slice(0, MOST_WORDS)
  const [proofs, people] = await Promise.all([
    sql.listProofs(id, { page, size: PAGE_SIZE }),
    words.length > 0 ? sql.findPeople(words, MOST_FOUND) : [],
  ])
  const today = localDayOf(now())
  const rows = proofs.rows.map(({ isRevoked, ...row }) => ({
    ...row,
    state: stateOf({ until: row.until, isRevoked }, today),
  }))
  return { instruction, proofs: paged(rows, proofs.total, page, PAGE_SIZE), q, people, today }
}
