import type { Choice } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

const choicesOf = (values: readonly string[], words: Record<string, string>): Choice[] =>
  values.map((value) => ({ value, label: words[value] ?? value }))

export const subjectChoices = choicesOf(SUBJECTS, subjectNames)
export const gradeBandChoices = choicesOf(GRADE_BANDS, gradeBandNames)
export const schoolFormChoices = choicesOf(SCHOOL_FORMS, schoolFormWords)

const wordOf = (value: string, words: Record<string, string>) => words[value] ?? value
export const subjectWord = (value: string) => wordOf(value, subjectNames)
export const gradeWords = (values: string[]) =>
  values.map((value) => wordOf(value, gradeBandNames)).join(', ')
