import { createHash, randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { cleanText } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import { may } from '../policy.ts'
import { DUISBURG, type ImportSummary } from './contract.ts'
import * as sql from './sql.ts'
import { comparison, type RegisterFiles } from './views.ts'
import { fileWords } from './words.ts'

export type NamedFiles = RegisterFiles & { fileName: string }

/**
 * Takes a file in to be looked at: checks and keeps it for a day, changes no school.
 *
 * @returns the id under which it is reviewed and applied
 */
export async function reviewRegister(actor: Actor, files: NamedFiles): Promise<string> {
  authorize(may.administrate, actor, undefined)
  await comparison(files, DUISBURG)
  const id = randomUUID()
  await transaction(() =>
    sql.replaceUpload({
      id,
      uploadedAt: now(),
      uploadedBy: actor.id,
      fileName: nameOf(files),
      fileHash: hashOf(files.register),
      content: Buffer.from(files.register),
      districts: files.districts && Buffer.from(files.districts),
    }),
  )
  return id
}

export type Figures = { created: number; changed: number; unchanged: number; missing: number }

/** Applies exactly the file that was reviewed. A second press is answered with the first result. */
export async function applyReviewed(actor: Actor, uploadId: string): Promise<Figures> {
  authorize(may.administrate, actor, undefined)
  return transaction(async () => {
    await sql.lockRegister()
    const done = await sql.findImport(uploadId)
    if (done) return done
    const upload = await sql.findUpload(uploadId)
    if (!upload) throw new Refusal(fileWords.uploadGone)
    const files = {
      fileName: upload.fileName,
      register: upload.content,
      districts: upload.districts,
    }
    const summary = await carryOut(actor, uploadId, files, DUISBURG)
    await sql.removeUpload(uploadId)
    return figuresFrom(summary)
  })
}

/** The same from the command line, whoever may run it; everything or nothing. */
export function importFromCommandLine(
  files: NamedFiles,
  municipality: string,
): Promise<ImportSummary> {
  return transaction(async () => {
    await sql.lockRegister()
    return carryOut('Befehlszeile', randomUUID(), files, municipality)
  })
}

async function carryOut(
  by: Actor | string,
  id: string,
  files: NamedFiles,
  municipality: string,
): Promise<ImportSummary> {
  const { plan, summary } = await comparison(files, municipality)
  const at = now()
  const wanted = [...plan.created, ...plan.changed.map(({ school }) => school), ...plan.refreshed]
  await sql.upsertSchools(wanted, at)
  await sql.proposeClosures(
    plan.missing.map((school) => school.id),
    at,
  )
  const figures = figuresFrom(summary)
  await sql.insertImport({
    id,
    at,
    importedBy: typeof by === 'string' ? null : by.id,
    fileName: nameOf(files),
    fileHash: hashOf(files.register),
    rowsRead: summary.rowsRead,
    ...figures,
  })
  const changes = plan.changed.flatMap(({ school: { schoolNumber }, changes: fields }) =>
    fields.map((change) => ({ ...change, schoolNumber })),
  )
  await sql.insertChanges(id, at, changes)
  await record(by, {
    action: 'schools.import',
    thingKind: 'register_import',
    thingId: id,
    details: { file: nameOf(files), rows: summary.rowsRead, ...figures },
  })
  return summary
}

const figuresFrom = (summary: ImportSummary): Figures => ({
  created: summary.created.length,
  changed: summary.changed.length,
  unchanged: summary.unchanged,
  missing: summary.missing.length,
})

const nameOf = (files: NamedFiles) =>
  cleanText(files.fileName).replace(/\s+/g, ' ').trim().slice(0, 200) || 'Register'
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
