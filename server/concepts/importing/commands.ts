import type { Actor } from '#server/auth/actor.ts'
import { removeFilesOf } from '#server/files/commands.ts'
import { fileFor } from '#server/files/views.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import { changingConcept } from '../commands.ts'
import { may } from '../policy.ts'
import { PDF_TYPE, WORD_TYPE } from './contract.ts'
import { importBegun } from './events.ts'
import type { BeginImport } from './inputs.ts'
import { paths } from './paths.ts'
import * as sql from './sql.ts'
import { rowOf } from './views.ts'
import { refusals } from './words.ts'

const KINDS: Record<string, 'docx' | 'pdf'> = { [WORD_TYPE]: 'docx', [PDF_TYPE]: 'pdf' }

/** Lets a file that lies at the concept be read. The same form again is the same reading. @returns its page */
export async function beginImport(actor: Actor, slug: string, input: BeginImport): Promise<string> {
  await spend('exchanges', actor.id)
  return changingConcept(actor, { slug }, may.write, async ({ concept, school }, tell, publish) => {
    const { file } = await fileFor(actor, input.file).catch((error: unknown) => {
      if (error instanceof NotFound) throw new Refusal(refusals.noFile, 'file')
      throw error
    })
    if (file.thingKind !== 'concept' || file.thingId !== concept.id)
      throw new Refusal(refusals.noFile, 'file')
    const kind = KINDS[file.mediaType]
    if (!kind) throw new Refusal(refusals.wrongKind, 'file')
    const at = now()
    const made = await sql.insertImport({
      ...{ conceptId: concept.id, fileId: file.id, fileName: file.name.slice(0, 200), kind },
      report: JSON.stringify({ children: input.children }),
      ...{ createdBy: actor.id, createdAt: at, changedAt: at, clientKey: input.clientKey },
    })
    const id = made?.id ?? existing(await sql.findByKey(actor.id, input.clientKey)).id
    if (made) {
      publish(importBegun({ importId: id }))
      const details = { file: file.name.slice(0, 200) }
      await tell({ thingKind: 'import', thingId: id, what: 'import.begun', details })
    }
    return paths.one(school.slug, id)
  })
}

/** Nothing of it is wanted; its pictures go, the file stays. */
export function dropImport(actor: Actor, slug: string, id: string): Promise<string> {
  return changingConcept(actor, { slug }, may.write, async (working, tell) => {
    const row = await rowOf(working, id)
    const open = ['waiting', 'reading', 'read', 'failed'] as const
    const set = { state: 'dropped', pieces: null, changedAt: now() }
    if (await sql.updateImport(row.id, [...open], set)) {
      await removeFilesOf({ kind: 'concept-import', id: row.id })
      await tell({ thingKind: 'import', thingId: id, what: 'import.dropped' })
    }
    return paths.list(working.school.slug)
  })
}
