import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { transaction } from '#server/platform/transaction.ts'
import { moveReferencesBack, moveReferencesKeeping } from '#server/references/commands.ts'
import { may } from '../../policy.ts'
import * as moving from '../moving/sql.ts'
import { MERGED_FIELDS } from './contract.ts'
import type { MergeInput } from './inputs.ts'
import { canUndo } from './rules.ts'
import * as sql from './sql.ts'
import { blockedBy } from './views.ts'
import { refusals } from './words.ts'

type Columns = Record<string, unknown>
/** What a merge keeps: where everything went, and how both entries stood before and after. */
type Kept = { rows: moving.Moved; source: Columns; before: Columns; after: Columns }

export type Merged = { mergeId: string; slug: string; name: string }

const thing = (id: string) => ({ kind: 'software', id })

/**
 * Puts one entry into another: what hangs on it moves, its address leads on, its name is still found. Sent again it is
 * the same act.
 *
 * @throws Refusal when those who review have to decide first, or an entry has changed since it was looked at
 */
export async function mergeProducts(actor: Actor, input: MergeInput): Promise<Merged> {
  authorize(may.curate, actor, {})
  const { sourceId, targetId } = input
  if (sourceId === targetId) throw new Refusal(refusals.itself)
  return transaction(async () => {
    await sql.lockProducts([sourceId, targetId])
    const entries = await sql.listBoth({ ids: [sourceId, targetId] })
    const source = existing(entries.find(({ id }) => id === sourceId))
    const target = existing(entries.find(({ id }) => id === targetId))
    const known =
      source.state === 'merged' ? await sql.findOpenMerge(sourceId, targetId) : undefined
    if (known) return { mergeId: known, slug: target.slug, name: target.name }
    await refuseUnfit(input, source, target)
    const two = { source: sourceId, target: targetId }
    const rows = {
      ...(await moving.moveRows(two)),
      references: await moveReferencesKeeping(thing(sourceId), thing(targetId)),
    }
    const columns = { source: await moving.rowOf(sourceId), target: await moving.rowOf(targetId) }
    const chosen = MERGED_FIELDS.filter((field) => input[field] === 'source').map(columnOf)
    const at = now()
    const stamp = (row: Columns) => ({ changed_at: at, version: Number(row.version) + 1 })
    await moving.setRow(targetId, { ...only(columns.source, chosen), ...stamp(columns.target) })
    const gone = { state: 'merged', merged_into: targetId }
    await moving.setRow(sourceId, { ...gone, ...stamp(columns.source) })
    const touched = [...chosen, 'changed_at', 'version']
    const kept: Kept = {
      rows,
      source: only(columns.source, ['state', 'merged_into', 'changed_at', 'version']),
      before: only(columns.target, touched),
      after: only(await moving.rowOf(targetId), touched),
    }
    const merge = { sourceId, targetId, mergedBy: actor.id, mergedAt: at, moved: kept }
    const mergeId = await moving.insertMerge(merge)
    await protocol(actor, 'software.merged', two)
    return { mergeId, slug: target.slug, name: target.name }
  })
}

async function refuseUnfit(input: MergeInput, source: sql.Entry, target: sql.Entry): Promise<void> {
  const isThere = source.state === 'listed' || source.state === 'proposed'
  if (!isThere || target.state !== 'listed') throw new Refusal(refusals.notListed)
  if (source.version !== input.sourceVersion || target.version !== input.targetVersion)
    throw new Refusal(refusals.changed)
  if (source.hasMerged) throw new Refusal(refusals.hasMerged)
  const blocked = await blockedBy(source, target)
  if (blocked) throw new Refusal(blocked)
}

const only = (row: Columns, names: string[]): Columns =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

const columnOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Takes a merge back within its days: both entries stand as they did, but for what people changed since. */
export async function unmergeProducts(actor: Actor, mergeId: string): Promise<{ slug: string }> {
  authorize(may.curate, actor, {})
  return transaction(async () => {
    const merge = existing(await moving.findMerge<Kept>(mergeId))
    const { sourceId, targetId, moved } = merge
    const two = { source: sourceId, target: targetId }
    await sql.lockProducts([sourceId, targetId])
    const entries = await sql.listBoth({ ids: [sourceId, targetId] })
    const { slug } = existing(entries.find(({ id }) => id === sourceId))
    if (merge.undoneAt) return { slug }
    if (!canUndo(merge.mergedAt, now())) throw new Refusal(refusals.tooLate)
    if (entries.find(({ id }) => id === targetId)?.state === 'merged')
      throw new Refusal(refusals.targetGone)
    await moving.moveRowsBack(moved.rows, two)
    await moveReferencesBack(thing(sourceId), thing(targetId), moved.rows.references)
    await moving.setRow(sourceId, moved.source)
    await moving.setRow(targetId, asBefore(moved, await moving.rowOf(targetId)))
    await moving.setUndone(mergeId, now())
    await protocol(actor, 'software.unmerged', two)
    return { slug }
  })
}

/** What nobody has touched since is as before; was anything touched, the versions count on. */
function asBefore({ before, after }: Kept, current: Columns): Columns {
  const same = Object.keys(before).filter(
    (name) => JSON.stringify(current[name]) === JSON.stringify(after[name]),
  )
  return same.includes('version')
    ? before
    : {
        ...only(
          before,
          same.filter((name) => name !== 'changed_at'),
        ),
        version: Number(current.version) + 1,
      }
}

/** Says for good that two entries are two things. */
export async function keepApart(actor: Actor, oneId: string, otherId: string): Promise<void> {
  authorize(may.curate, actor, {})
  if (oneId === otherId) throw new Refusal(refusals.itself)
  await transaction(async () => {
    const entries = await sql.listBoth({ ids: [oneId, otherId] })
    existing(entries.length === 2 ? entries : undefined)
    await sql.insertDistinct([oneId, otherId], actor.id, now())
    await protocol(actor, 'software.kept-apart', { source: oneId, target: otherId })
  })
}

const protocol = (actor: Actor, action: string, two: { source: string; target: string }) =>
  record(actor, {
    ...{ action, thingKind: 'software', thingId: two.target },
    details: { source: two.source },
  })
