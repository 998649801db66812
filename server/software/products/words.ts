import type { SchoolForm } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { documentChoices, schemeChoices } from '../uses/words.ts'

export const documentNames: Record<string, string> = documentChoices

export const sealNames: Record<string, string> = schemeChoices

export const transferNames: Record<string, string> = {
  eu: 'in der EU',
  adequacy: 'Angemessenheitsbeschluss',
  dpf: 'Data Privacy Framework',
  scc_tia: 'Standardvertragsklauseln mit Prüfung',
  none: 'ohne Grundlage',
  unknown: 'Grundlage nicht bekannt',
}

export const dataSubjectNames = {
  pupil: 'Lernende',
  teacher: 'Lehrkräfte',
  parent: 'Eltern',
} as const

export const lifecycleNames = {
  active: 'Wird angeboten',
  discontinued: 'Wird nicht mehr angeboten',
} as const

type Scoped = { scope: { schoolForms: string[]; gradeMin: number | null; gradeMax: number | null } }
type Limited = Scoped & { isForSome: boolean; schools: string[] }

const yearsOf = ({ gradeMin, gradeMax }: Scoped['scope']) => {
  if (gradeMin !== null && gradeMax !== null)
    return gradeMin === gradeMax ? `Klasse ${gradeMin}` : `Klasse ${gradeMin} bis ${gradeMax}`
  if (gradeMin !== null) return `ab Klasse ${gradeMin}`
  return gradeMax === null ? '' : `bis Klasse ${gradeMax}`
}

/** For whom a use, or its release, holds; '' for everybody. */
export function scopeWords(use: Scoped & { release?: Limited | null }): string {
  const { scope } = use.release ?? use
  const forms = scope.schoolForms.map((form) => schoolFormWords[form as SchoolForm] ?? form)
  return [yearsOf(scope), forms.join(', '), use.release && schoolsWords(use.release)]
    .filter(Boolean)
    .join(' · ')
}

const MOST_SCHOOLS = 3

/** For which schools a release holds; '' for all of them. */
function schoolsWords({ isForSome, schools }: Limited): string {
  if (!isForSome) return ''
  if (schools.length === 0) return 'nur für einzelne Schulen'
  if (schools.length > MOST_SCHOOLS) return `nur für ${schools.length} Schulen`
  return `nur für ${schools.join(', ')}`
}
