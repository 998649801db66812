import { choicesOf, wordsOf } from '#app/ui/choices.ts'
import { GRADE_BANDS, SUBJECTS } from '#server/accounts/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

export const subjectChoices = choicesOf(SUBJECTS, subjectNames)
export const gradeBandChoices = choicesOf(GRADE_BANDS, gradeBandNames)
export const schoolFormChoices = choicesOf(SCHOOL_FORMS, schoolFormWords)

export const subjectWord = (value: string) => wordsOf([value], subjectNames)
export const gradeWords = (values: string[]) => wordsOf(values, gradeBandNames)
