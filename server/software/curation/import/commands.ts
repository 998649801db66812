import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { cleanText } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../../policy.ts'
import { slugsFor } from '../../proposing/rules.ts'
import { findFreeSlugs } from '../../proposing/sql.ts'
import { readApps } from './inputs.ts'
import { addressesFor, comesIn } from './rules.ts'
import * as sql from './sql.ts'
import { planFor } from './views.ts'
import { fileWords } from './words.ts'

/** Addresses tried for one app. */
const TRIES = 4

/** Takes a list in to be looked at: keeps its rows for a day, changes nothing else. @returns its id */
export async function reviewApps(
  actor: Actor,
  file: { fileName: string; bytes: Uint8Array },
): Promise<string> {
  authorize(may.curate, actor, {})
  const rows = readApps(file.bytes)
  const fileName = cleanText(file.fileName).replace(/\s+/g, ' ').trim().slice(0, 200) || 'Liste'
  const id = randomUUID()
  await sql.insertReview({ id, fileName, rows, importedBy: actor.id, at: now() })
  return id
}

/** Takes over what was reviewed, as entries that nobody has reviewed. Pressed again it is the same act. */
export async function applyApps(
  actor: Actor,
  importId: string,
): Promise<{ created: number; skipped: number }> {
  authorize(may.curate, actor, {})
  return transaction(async () => {
    await sql.lockImports()
    const review = await sql.findImport(importId)
    if (!review) throw new Refusal(fileWords.gone)
    if (review.appliedAt) return { created: review.created, skipped: review.skipped }
    const lines = new Set((await planFor(review.rows)).filter(comesIn).map(({ line }) => line))
    const apps = review.rows.filter(({ line }) => lines.has(line))
    const candidates = (name: string) => slugsFor(name).slice(0, TRIES)
    const free = await findFreeSlugs([...new Set(apps.flatMap(({ name }) => candidates(name)))])
    const slugs = addressesFor(
      apps.map(({ name }) => name),
      candidates,
      free,
    )
    const created = await sql.insertApps(
      apps.map((app, at) => ({ ...app, slug: slugs[at] ?? '' })),
      actor.id,
      now(),
    )
    const figures = { created, skipped: review.rows.length - created }
    await sql.setApplied(importId, figures, now())
    await record(actor, {
      ...{ action: 'software.imported', thingKind: 'software_import', thingId: importId },
      details: { file: review.fileName, ...figures },
    })
    return figures
  })
}
