import { z } from 'zod'

const DAY = /^(20\d\d)-(\d\d)-(\d\d)$/
const BAD_DATE = 'Bitte geben Sie ein Datum zwischen 2000 und 2100 ein.'

/** A day as the field of a browser sends it. */
export const day = z.string({ error: BAD_DATE }).refine(isRealDay, BAD_DATE)
export const optionalDay = day.optional().transform((value) => value ?? null)

function isRealDay(value: string): boolean {
  const at = DAY.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}

/**
 * Fields of so many rows of a form, "software0Name", "software0Purpose", "software1Name": names of fields are flat, and
 * each row has its own, so that an empty one moves no other. They are strange to the static types: `rowsIn` reads them.
 */
export function rowFields(list: string, count: number, fields: Record<string, z.ZodType>) {
  const all = Array.from({ length: count }, (_, at) =>
    Object.entries(fields).map(([name, schema]) => [`${list}${at}${name}`, schema] as const),
  )
  return Object.fromEntries(all.flat()) as unknown as Record<never, z.ZodType>
}

/** The rows that `rowFields` has read, in order. */
export function rowsIn<Row>(values: object, list: string, count: number, names: string[]): Row[] {
  const given = values as Record<string, unknown>
  return Array.from(
    { length: count },
    (_, at) =>
      Object.fromEntries(
        names.map((name) => [
          name.charAt(0).toLowerCase() + name.slice(1),
          given[`${list}${at}${name}`],
        ]),
      ) as Row,
  )
}
