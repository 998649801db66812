import type { Schools } from './contract.ts'

/** "17", or that there are a few. */
export const schoolsWord = (schools: Schools): string =>
  schools === null ? 'unter 3' : String(schools)

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'

/** "November 2026" of "2026-11". */
export function monthWord(month: string): string {
  const [year, number] = month.split('-')
  return `${MONTHS.split(' ')[Number(number) - 1] ?? ''} ${year}`
}
