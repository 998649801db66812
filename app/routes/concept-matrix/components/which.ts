/** The version that an address names; without a number the one that everybody reads. What is no number names none. */
export function whichOf({ number }: { number?: string }): number | 'current' {
  if (number === undefined) return 'current'
  return /^\d{1,6}$/.test(number) ? Number(number) : -1
}
