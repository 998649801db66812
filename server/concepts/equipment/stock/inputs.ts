import { z } from 'zod'
import { asUtf8, readCsv } from '#server/platform/csv-table.ts'
import { Refusal } from '#server/platform/errors.ts'
import { clientKey, optionalLine } from '#server/platform/text.ts'
import { isLocalDay } from '#server/schools/calendar/contract.ts'
import { LARGEST_FILE, LIMITS, MOST_CLASSES } from '../contract.ts'
import { columnNames, fileWords, refusals } from '../words.ts'

const count = (most: number) =>
  z.coerce
    .number(`Bitte eine Zahl von 0 bis ${most}.`)
    .int('Bitte eine ganze Zahl.')
    .min(0, `Bitte eine Zahl von 0 bis ${most}.`)
    .max(most, `Bitte eine Zahl von 0 bis ${most}.`)

const day = z
  .string('Bitte geben Sie einen Tag an.')
  .refine(
    (value) => isLocalDay(value) && value >= '2020-01-01' && value <= '2049-12-31',
    'Bitte geben Sie einen Tag an, zum Beispiel 2026-11-27.',
  )

const schoolYear = z
  .string('Bitte wählen Sie ein Schuljahr.')
  .regex(/^20[2-4]\d\/\d{2}$/, 'Bitte wählen Sie ein Schuljahr.')

export const figuresInput = z.strictObject({
  clientKey,
  schoolYear,
  pupils: count(10_000),
  teachers: count(2000),
  rooms: count(1000),
})
export type FiguresInput = z.output<typeof figuresInput>

const optionalCount = count(LIMITS.count).optional()
const numbers = Array.from({ length: MOST_CLASSES }, (_, at) => at + 1)
const fieldsOf = (name: string): Record<string, typeof optionalCount> =>
  Object.fromEntries(numbers.map((number) => [`${name}${number}`, optionalCount]))

/** A count names its fields after the numbers of the classes: count7 and usable7. */
export const countInput = z.strictObject({
  clientKey,
  site: optionalLine({ max: LIMITS.site }),
  takenOn: day,
  ...fieldsOf('count'),
  ...fieldsOf('usable'),
})
export type CountInput = { clientKey: string; site: string; takenOn: string }

export const listInput = z.strictObject({
  clientKey,
  site: optionalLine({ max: LIMITS.site }),
  takenOn: day,
  file: z
    .file('Bitte wählen Sie eine Datei aus.')
    .min(1, fileWords.empty)
    .max(LARGEST_FILE, fileWords.tooLarge),
})

export const previewInput = z.strictObject({ preview: z.uuid(refusals.noPreview) })

export type Counted = { number: number; count: number; usable: number | null }

/** What was filled in, by the numbers of the classes. @throws Refusal beside the field */
export function countedIn(fields: Record<string, unknown>): Counted[] {
  const valueOf = (name: string) => (typeof fields[name] === 'number' ? fields[name] : null)
  const counted = numbers.flatMap((number) => {
    const [many, usable] = [valueOf(`count${number}`), valueOf(`usable${number}`)]
    if (many === null && usable === null) return []
    if ((usable ?? 0) > (many ?? 0)) throw new Refusal(refusals.usableMore, `usable${number}`)
    return [{ number, count: many ?? 0, usable }]
  })
  if (counted.length === 0) throw new Refusal(refusals.nothingCounted)
  return counted
}

export type ListRow = { classId: string; count: number; usable: number | null; note: string }

/** A list of what is there: one class a line, called as we call it. @throws Refusal with the number of the line */
export function readStock(bytes: Uint8Array, classes: { id: string; name: string }[]): ListRow[] {
  const byName = new Map(classes.map(({ id, name }) => [name.toLowerCase(), id]))
  const rows = readCsv(asUtf8(bytes), {
    columns: [columnNames.class, columnNames.count],
    delimiters: [';', ','],
    field: 'file',
    largest: LARGEST_FILE,
    words: fileWords,
  })
  const seen = new Set<string>()
  const refuse = (sentence: string): never => {
    throw new Refusal(sentence, 'file')
  }
  if (rows.length === 0) refuse(fileWords.empty)
  return rows.map(({ line, get }) => {
    const name = get(columnNames.class)
    const classId = byName.get(name.toLowerCase()) ?? refuse(refusals.unknownClass(line, name))
    if (seen.has(classId)) refuse(refusals.classRepeated(line, name))
    seen.add(classId)
    const numberIn = (column: string) => {
      const text = get(column)
      const value = Number(text)
      const isCount = /^\d{1,5}$/.test(text) && value <= LIMITS.count
      return isCount ? value : refuse(refusals.notNumber(line, column))
    }
    const many = numberIn(columnNames.count)
    const usable = get(columnNames.usable) === '' ? null : numberIn(columnNames.usable)
    if ((usable ?? 0) > many) refuse(`Zeile ${line}: ${refusals.usableMore}`)
    return { classId, count: many, usable, note: get(columnNames.note).slice(0, LIMITS.rowNote) }
  })
}
