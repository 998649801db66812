import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, authorizeOrHide, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Conflict, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { slugOf } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import { paths } from '../paths.ts'
import { CALLERS, may } from '../policy.ts'
import { refusals } from '../words.ts'
import type { EditCall, NewCall } from './inputs.ts'
import * as sql from './sql.ts'

/** Begins a call as a draft. @returns its number; the same form twice is one draft */
export async function draftCall(actor: Actor, input: NewCall): Promise<number> {
  authorize(may.startCall, actor, {})
  const before = await sql.findByKey(actor.id, input.clientKey)
  if (before) return before.number
  await spend('posts', actor.id)
  return transaction(async () => {
    const body = await sql.findBody(actor.id, CALLERS, now())
    const made = await sql.insertCall({
      ...input,
      organisationId: body?.organisationId ?? null,
      createdBy: actor.id,
      createdAt: now(),
      changedAt: now(),
    })
    return (made ?? existing(await sql.findByKey(actor.id, input.clientKey))).number
  })
}

/** Under lock, for those who keep it. */
async function keptCall(actor: Actor, number: number) {
  await sql.lockCall(number)
  const row = existing(await sql.findCall(number, actor.id, now()))
  authorizeOrHide(may.seeCall, actor, row)
  authorize(may.keepCall, actor, row)
  return row
}

/** @returns the address of the call */
export function editCall(actor: Actor, number: number, input: EditCall): Promise<string> {
  return transaction(async () => {
    const row = await keptCall(actor, number)
    const { version, ...about } = input
    if (row.version !== version) throw new Conflict(refusals.overwrites, String(row.version))
    await sql.updateCall(row.id, { ...about, changedAt: now() })
    return paths.call({ number, slug: slugOf(about.title) })
  })
}

/** Everybody in the network can read it from now on; also one that was withdrawn before. */
export function publishCall(
  actor: Actor,
  number: number,
  input: { version: number },
): Promise<void> {
  return transaction(async () => {
    const row = await keptCall(actor, number)
    if (row.state === 'published') return
    if (row.version !== input.version) throw new Refusal(refusals.stale)
    await sql.updateCall(row.id, { state: 'published', publishedAt: now(), changedAt: now() })
    await recordStep(actor, row, 'support.call-published')
  })
}

export function withdrawCall(
  actor: Actor,
  number: number,
  input: { version: number },
): Promise<void> {
  return transaction(async () => {
    const row = await keptCall(actor, number)
    if (row.state === 'withdrawn') return
    if (row.version !== input.version) throw new Refusal(refusals.stale)
    await sql.updateCall(row.id, { state: 'withdrawn', changedAt: now() })
    await recordStep(actor, row, 'support.call-withdrawn')
  })
}

const recordStep = (actor: Actor, row: sql.CallRow, action: string) =>
  record(actor, {
    action,
    thingKind: 'project-call',
    thingId: row.id,
    details: { number: row.number, title: row.title },
  })
