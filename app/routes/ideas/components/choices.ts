import type { Choice } from '#app/ui/field.tsx'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { TOPICS } from '#server/ideas/contract.ts'
import { topicNames } from '#server/ideas/words.ts'
import { COMPETENCY_AREAS, COMPETENCIES } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

const choicesOf = (values: readonly string[], words: Record<string, string>): Choice[] =>
  values.map((value) => ({ value, label: words[value] ?? value }))

export const competencyNames: Record<string, string> = Object.fromEntries(
  COMPETENCY_AREAS.flatMap(({ competencies }) =>
    competencies.map(([number, title]) => [number, `${number} ${title}`]),
  ),
)

export const subjectChoices = choicesOf(SUBJECTS, subjectNames)
export const gradeBandChoices = choicesOf(GRADE_BANDS, gradeBandNames)
export const schoolFormChoices = choicesOf(SCHOOL_FORMS, schoolFormWords)
export const topicChoices = choicesOf(TOPICS, topicNames)
export const competencyChoices = choicesOf(COMPETENCIES, competencyNames)

/** The words of stored keys; one that is no longer known stands as it is. */
export const wordsOf = (values: string[], words: Record<string, string>) =>
  values.map((value) => words[value] ?? value).join(', ')
