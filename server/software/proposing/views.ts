import { randomUUID } from 'node:crypto'
import { type Actor, schoolsOf } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { paged } from '#server/platform/paging.ts'
import { cleanText } from '#server/platform/text.ts'
import { schoolNames } from '#server/schools/views.ts'
import { nextState } from '../cases/rules.ts'
import { mayBring } from '../cases/policy.ts'
import { LIMITS } from '../contract.ts'
import { may } from '../policy.ts'
import { OWN_PAGE, SIMILAR_SHOWN, type SimilarEntry } from './contract.ts'
import * as drafts from './drafts/sql.ts'
import * as sql from './sql.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

type Asked = { name: string | null; draft: string | null; page: number }

/**
 * Proposing in two steps: the name, then, beside entries of a similar one, the rest; and what one has proposed, or
 * begun to.
 */
export async function proposingFor(actor: Actor, asked: Asked) {
  authorize(may.propose, actor, {})
  const { page } = asked
  const isId = asked.draft !== null && UUID.test(asked.draft)
  const draft = isId ? await drafts.find(actor.id, asked.draft ?? '') : undefined
  const name = cleanText(draft?.name ?? asked.name ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LIMITS.name.max)
  const isNamed = name.length >= LIMITS.name.min
  const [similar, schools, own, begun] = await Promise.all([
    isNamed ? sql.listSimilar(name, actor.id, SIMILAR_SHOWN) : [],
    ownSchools(actor),
    sql.listOwn(actor.id, { size: OWN_PAGE, offset: (page - 1) * OWN_PAGE }),
    drafts.list(actor.id),
  ])
  return {
    ...{ name, isNamed, schools, clientKey: randomUUID(), now: now(), today: localDayOf(now()) },
    ...{ draft: draft ?? null, drafts: begun },
    similar: similar.map(entryOf),
    own: paged(own.rows, own.total, page, OWN_PAGE),
  }
}

function entryOf(row: Awaited<ReturnType<typeof sql.listSimilar>>[number]): SimilarEntry {
  const { id, slug, name, vendor, number, schools, isMine } = row
  return { id, slug, name, vendor, openCase: number === null ? null : { number, schools, isMine } }
}

async function ownSchools(actor: Actor): Promise<{ value: string; label: string }[]> {
  const ids = schoolsOf(actor)
  if (ids.length < 2) return []
  const names = await schoolNames(ids)
  return ids.map((value) => ({ value, label: names.get(value)?.name ?? '' }))
}

/** A proposal of one's own. */
export async function proposalFor(actor: Actor, number: number) {
  const row = existing(await sql.findOwn(actor.id, number))
  const facts = { state: row.state, requestedBy: actor.id }
  const can = nextState('withdraw', row.state) !== undefined && mayBring.withdraw(actor, facts)
  return { proposal: row, canWithdraw: can, now: now() }
}

/** Asking for a review of an entry, or complaining about it; says what runs already. */
export async function requestFor(actor: Actor, slug: string) {
  const product = existing(await sql.findProduct(slug))
  authorizeOrHide(may.see, actor, product)
  authorize(may.propose, actor, {})
  const [open, schools] = await Promise.all([sql.findOpenCase(product.id), ownSchools(actor)])
  const isMine =
    open !== undefined &&
    (open.requestedBy === actor.id || (await sql.hasDemanded(open.id, actor.id)) !== undefined)
  return {
    ...{ product, schools, isMine, clientKey: randomUUID(), today: localDayOf(now()) },
    open: open ? { number: open.number, state: open.state, schools: open.schools } : null,
  }
}
