import { z } from 'zod'
import { cleanText, clientKey, optionalParagraph, paragraph } from '#server/platform/text.ts'
import { type CostItem, FIRST_YEAR, LAST_YEAR, LIMITS } from '../contract.ts'
import { version } from '../inputs.ts'
import { euros, refusals } from '../words.ts'
import { centsIn, costOf } from './rules.ts'

/** An amount of money, typed as people write it here. Left empty it is 0, unless a sentence says it must be there. */
export function amount(most: number = LIMITS.cents, missing?: string) {
  return z
    .string({ error: missing ?? refusals.amount })
    .optional()
    .transform((typed, context) => {
      const read = centsIn(typed, most)
      if (typeof read === 'object') return read.cents
      if (read === 'empty' && missing === undefined) return 0
      context.addIssue({ code: 'custom', message: amountFault(read, most, missing) })
      return z.NEVER
    })
}

function amountFault(read: string, most: number, missing = ''): string {
  if (read === 'empty') return missing
  if (read === 'negative') return refusals.negative
  return read === 'too-much' ? `${refusals.tooMuch} Höchstens ${euros(most)}.` : refusals.amount
}

/** Lines of a form as they were typed: text0, quantity0, unit0, text1 … */
type TypedItem = { text?: string; quantity?: string; unit?: string }
const typed = z.string().max(2000, 'Bitte kürzer.').optional()
const LINES = Array.from({ length: LIMITS.items }, (_, at) => at)
const lineFields = Object.fromEntries(
  LINES.flatMap((at) => [`text${at}`, `quantity${at}`, `unit${at}`].map((name) => [name, typed])),
) as Record<never, typeof typed>

/** Lines left empty are none. What is wrong is said beside its field. */
function readItems(fields: Record<string, unknown>, context: z.RefinementCtx): CostItem[] {
  const items: CostItem[] = []
  const fault = (field: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [field] })
  for (const at of LINES) {
    const one: TypedItem = {
      text: fields[`text${at}`] as string | undefined,
      quantity: fields[`quantity${at}`] as string | undefined,
      unit: fields[`unit${at}`] as string | undefined,
    }
    if (!one.text?.trim() && !one.unit?.trim()) continue
    const { item, faults } = readItem(one)
    for (const [field, message] of Object.entries(faults)) fault(`${field}${at}`, message)
    if (!item) continue
    items.push(item)
    if (costOf(items) > LIMITS.cents)
      fault(`unit${at}`, `Zusammen ist das zu viel. Höchstens ${euros(LIMITS.cents)}.`)
  }
  return items
}

function readItem(typed: TypedItem): { item?: CostItem; faults: Record<string, string> } {
  const faults: Record<string, string> = {}
  const text = cleanText(typed.text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '') faults.text = 'Bitte schreiben Sie, wofür.'
  if (text.length > LIMITS.itemText) faults.text = `Bitte höchstens ${LIMITS.itemText} Zeichen.`
  const given = (typed.quantity ?? '').trim() || '1'
  const quantity = /^\d{1,6}$/.test(given) ? Number(given) : 0
  if (quantity < 1 || quantity > LIMITS.quantity)
    faults.quantity = 'Bitte eine ganze Zahl von 1 bis 10.000.'
  const read = centsIn(typed.unit, LIMITS.unitCents)
  if (typeof read !== 'object')
    faults.unit = amountFault(read, LIMITS.unitCents, 'Bitte geben Sie den Einzelpreis ein.')
  const isRight = Object.keys(faults).length === 0 && typeof read === 'object'
  return { faults, item: isRight ? { text, quantity, unitCents: read.cents } : undefined }
}

export const year = z
  .number({ error: 'Bitte wählen Sie ein Jahr.' })
  .int('Bitte wählen Sie ein Jahr.')
  .min(FIRST_YEAR, 'Bitte wählen Sie ein Jahr.')
  .max(LAST_YEAR, 'Bitte wählen Sie ein Jahr.')

export const newFundingInput = z.strictObject({
  projectId: z.uuid('Bitte wählen Sie ein Vorhaben.'),
  year,
  call: z.number().int().min(1).max(999_999_999).optional(),
  clientKey,
})

const about = z.strictObject({
  version,
  year,
  schoolId: z.uuid('Bitte wählen Sie eine Schule Ihrer PLG.'),
  ownShare: amount(),
  reason: optionalParagraph({ max: LIMITS.text }),
  innovation: optionalParagraph({ max: LIMITS.text }),
  risk: optionalParagraph({ max: LIMITS.text }),
})
export type EditFunding = z.output<typeof about> & { items: CostItem[] }

export const editFundingInput = about
  .extend(lineFields)
  .transform((fields, context): EditFunding => {
    const { version, year, schoolId, ownShare, reason, innovation, risk } = fields
    const items = readItems(fields, context)
    return { version, year, schoolId, ownShare, reason, innovation, risk, items }
  })

/** An event that needs no words. */
export const stepInput = z.strictObject({ version })
/** One that may have some. */
export const noteInput = z.strictObject({ version, text: optionalParagraph({ max: LIMITS.text }) })
/** One that makes no sense without. */
export const wordsInput = z.strictObject({
  version,
  text: paragraph({ max: LIMITS.text, missing: 'Bitte schreiben Sie etwas dazu.' }),
})

export const approveInput = z.strictObject({
  version,
  granted: amount(LIMITS.cents, 'Bitte geben Sie den Betrag ein, den Sie bewilligen.'),
  text: optionalParagraph({ max: LIMITS.text }),
  conditions: optionalParagraph({ max: LIMITS.text }),
})

export type NewFunding = z.output<typeof newFundingInput>
export type Approval = z.output<typeof approveInput>
