import { randomUUID } from 'node:crypto'
import { record } from '#server/audit/commands.ts'
import type { Actor } from '#server/auth/actor.ts'
import { placeLinks } from '#server/documents/taking-over/commands.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { cleanText } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import { inviteToTakenOver, takeOverGroup } from '#server/plg/founding/commands.ts'
import { may } from '../policy.ts'
import type { ImportFigures, PlannedGroup } from './contract.ts'
import { readGroups } from './inputs.ts'
import * as sql from './sql.ts'
import { comparison } from './views.ts'
import { fileWords, groupWords } from './words.ts'

type File = { fileName: string; bytes: Uint8Array; origin: string }

/** Takes a list in to be looked at: keeps its rows for a day, changes no group. @returns its id */
export async function reviewGroups(actor: Actor, file: File): Promise<string> {
  authorize(may.importGroups, actor, {})
  const rows = readGroups(file.bytes)
  const fileName = cleanText(file.fileName).replace(/\s+/g, ' ').trim().slice(0, 200) || 'Liste'
  return transaction(() =>
    sql.insertReview({ fileName, rows, origin: file.origin, importedBy: actor.id, at: now() }),
  )
}

/**
 * Applies exactly the list that was reviewed: all of it, or nothing. No person comes into being; addresses are invited
 * as leads invite them. A second press is answered with the first result.
 */
export async function applyGroups(actor: Actor, importId: string): Promise<ImportFigures> {
  authorize(may.importGroups, actor, {})
  return transaction(async () => {
    await sql.lockImports()
    const review = await sql.findImport(importId)
    if (!review) throw new Refusal(fileWords.gone)
    if (review.outcome) return review.outcome
    const { groups, problems } = await comparison(actor, review.rows, review.origin)
    if (problems.length > 0) throw new Refusal(fileWords.hasProblems)
    const counts = { groups: 0, known: 0, invitations: 0, sessions: 0, documents: 0 }
    const figures: ImportFigures = { ...counts, left: [] }
    for (const group of groups) await takeOver(actor, group, review.origin, figures)
    await sql.setApplied(importId, figures, now())
    await record(actor, {
      ...{ action: 'ideas.groups-imported', thingKind: 'group_import', thingId: importId },
      details: {
        ...{ file: review.fileName, groups: figures.groups },
        ...{ known: figures.known, invitations: figures.invitations },
      },
    })
    return figures
  })
}

async function takeOver(
  actor: Actor,
  group: PlannedGroup,
  origin: string,
  figures: ImportFigures,
): Promise<void> {
  const { title, kind, programmeId, question, schools, people, sessions, documents } = group
  const isNew = group.plgId === null
  const summary = groupWords.summary(origin, schools).slice(0, 4000)
  const plgId =
    group.plgId ??
    (await takeOverGroup(actor, {
      ...{ title, kind, programmeId, question, summary, origin, sessions },
      clientKey: randomUUID(),
    }))
  const invited = people
    .filter((person) => person.isNew)
    .map(({ email, role, school }) => ({
      ...{ email, role },
      message: groupWords.invitation(origin, school),
    }))
  await inviteToTakenOver(actor, plgId, invited)
  figures.groups += isNew ? 1 : 0
  figures.known += isNew ? 0 : 1
  figures.invitations += invited.length
  if (!isNew) return
  if (documents.length > 0)
    await placeLinks(actor, plgId, { title: groupWords.documents, links: documents })
  figures.sessions += sessions.length
  figures.documents += documents.length
  figures.left.push(...group.left.map((entry) => `${title}: ${entry}`))
}
