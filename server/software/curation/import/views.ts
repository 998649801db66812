import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../../policy.ts'
import type { ImportRow, PlannedRow } from './contract.ts'
import { planOf } from './rules.ts'
import * as sql from './sql.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The page of the import: the list under review with what it would do, when there is one. */
export async function importPageFor(actor: Actor, importId: string | null) {
  authorize(may.curate, actor, {})
  const found =
    importId !== null && UUID.test(importId) ? await sql.findImport(importId) : undefined
  if (found && found.appliedAt === null) {
    const { id, fileName, rows } = found
    return { review: { id, fileName, plan: await planFor(rows) }, isGone: false, recent: [] }
  }
  return { review: null, isGone: importId !== null, recent: await sql.listApplied() }
}

/** What these rows would do. Changes nothing. */
export async function planFor(rows: ImportRow[]): Promise<PlannedRow[]> {
  return planOf(rows, await sql.listKnown([...new Set(rows.map(({ name }) => name))]))
}
