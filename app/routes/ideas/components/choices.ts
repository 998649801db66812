import { choicesOf } from '#app/ui/choices.ts'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { TOPICS } from '#server/ideas/contract.ts'
import { topicNames } from '#server/ideas/words.ts'
import { COMPETENCIES, competencyName } from '#server/projects/competencies/contract.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

export const subjectChoices = choicesOf(SUBJECTS, subjectNames)
export const gradeBandChoices = choicesOf(GRADE_BANDS, gradeBandNames)
export const schoolFormChoices = choicesOf(SCHOOL_FORMS, schoolFormWords)
export const topicChoices = choicesOf(TOPICS, topicNames)
export const competencyChoices = COMPETENCIES.map((value) => ({
  value,
  label: competencyName(value),
}))
