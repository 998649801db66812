import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { cleanText } from '#server/platform/text.ts'
import { transaction } from '#server/platform/transaction.ts'
import type { Source } from '../contract.ts'
import { PREVIEW_HOURS } from '../contract.ts'
import { isSchoolSide, may } from '../policy.ts'
import { equipmentClasses } from '../standard/views.ts'
import { refusals } from '../words.ts'
import { type CountInput, countedIn, type FiguresInput, readStock } from './inputs.ts'
import * as sql from './sql.ts'
import { schoolFor } from './views.ts'

/** The school itself where somebody is both; who entered it is kept. */
const sourceOf = (actor: Actor, schoolId: string) =>
  isSchoolSide(actor, { schoolId }) ? ('school' as const) : ('authority' as const)

/** How large the school is in a school year. A later entry stands beside the earlier one and counts. */
export async function enterFigures(actor: Actor, slug: string, input: FiguresInput): Promise<void> {
  const { id: schoolId } = await schoolFor(actor, slug)
  authorize(may.count, actor, { schoolId })
  await sql.insertFigures({
    ...{ ...input, schoolId, source: sourceOf(actor, schoolId) },
    ...{ enteredBy: actor.id, enteredAt: now() },
  })
}

type Fields = CountInput & Record<string, unknown>

/** A count of a day. It changes none before it. */
export async function enterCount(actor: Actor, slug: string, input: Fields): Promise<void> {
  const { id: schoolId } = await schoolFor(actor, slug)
  authorize(may.count, actor, { schoolId })
  const counted = countedIn(input)
  const classes = new Map((await equipmentClasses()).map(({ number, id }) => [number, id]))
  const rows = counted.flatMap(({ number, ...row }) => {
    const classId = classes.get(number)
    return classId ? [{ ...row, classId, note: '' }] : []
  })
  await keep(actor, input, { schoolId, source: sourceOf(actor, schoolId), rows, isPreview: false })
}

type File = CountInput & { fileName: string; bytes: Uint8Array }

/** Reads a list and keeps it to be looked at; nothing counts yet. @returns the id of the preview */
export async function reviewList(actor: Actor, slug: string, file: File): Promise<string> {
  const { id: schoolId } = await schoolFor(actor, slug)
  authorize(may.count, actor, { schoolId })
  const rows = readStock(file.bytes, await equipmentClasses())
  return keep(actor, file, { schoolId, source: 'import', rows, isPreview: true })
}

type Count = { schoolId: string; source: Source; rows: sql.NewRow[]; isPreview: boolean }

function keep(
  actor: Actor,
  { clientKey, site, takenOn, ...file }: CountInput & { fileName?: string },
  { schoolId, source, rows, isPreview }: Count,
): Promise<string> {
  const at = now()
  if (takenOn > localDayOf(at)) throw new Refusal(refusals.future, 'takenOn')
  const fileName = cleanText(file.fileName ?? '')
    .trim()
    .slice(0, 200)
  return transaction(async () => {
    const made = await sql.insertSnapshot({
      ...{ schoolId, site, takenOn, source, fileName, enteredBy: actor.id, enteredAt: at },
      ...{ acceptedAt: isPreview ? null : at, clientKey },
    })
    if (made) await sql.insertRows(made.id, rows)
    return made?.id ?? (await sql.findByKey(actor.id, clientKey))?.id ?? ''
  })
}

/** From now on the list counts. */
export async function acceptList(
  actor: Actor,
  slug: string,
  { preview }: { preview: string },
): Promise<void> {
  const { id: schoolId } = await schoolFor(actor, slug)
  authorize(may.count, actor, { schoolId })
  const isTaken = await sql.acceptPreview(preview, { schoolId, enteredBy: actor.id, now: now() })
  if (!isTaken) throw new Refusal(refusals.noPreview)
}

export const forgetPreviews = (at: Date) =>
  sql.removePreviewsBefore(new Date(at.getTime() - PREVIEW_HOURS * 3_600_000))
