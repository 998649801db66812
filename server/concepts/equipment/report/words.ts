import type { District, SchoolForm } from '#server/schools/contract.ts'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import type { ReportBy } from './contract.ts'

export const reportByNames: Record<ReportBy, string> = {
  form: 'Schulform',
  district: 'Stadtbezirk',
}

/** "Grundschule und Förderschule". */
export function groupsWord(groups: string[], by: ReportBy): string {
  const words = groups.map((group) =>
    by === 'form'
      ? (schoolFormWords[group as SchoolForm] ?? group)
      : (districtWords[group as District] ?? 'ohne Stadtbezirk'),
  )
  const last = words.at(-1) ?? ''
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} und ${last} zusammen` : last
}

export const hidden = 'weniger als drei Schulen'
