import { COMPETENCIES, competencyName } from '#server/projects/competencies/contract.ts'

/** The 24 as entries of a list. */
export const COMPETENCY_CHOICES = COMPETENCIES.map((value) => ({
  value,
  label: competencyName(value),
}))
