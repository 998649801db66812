import { NotFound } from '#server/platform/errors.ts'

/** The version that an address names; without a number the one that everybody reads. */
export function whichOf({ number }: { number?: string }): number | 'current' {
  if (number === undefined) return 'current'
  if (!/^\d{1,6}$/.test(number)) throw new NotFound()
  return Number(number)
}
