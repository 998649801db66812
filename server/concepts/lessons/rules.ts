import { competencyName } from '#server/projects/competencies/contract.ts'
import { gradeName } from '../matrix/grades/contract.ts'
import { subjectTitle } from '../matrix/words.ts'
import type { LessonText, Phase } from './contract.ts'

/** One phase in a line. */
export const phaseLine = ({ phase, minutes, activity, media }: Phase) =>
  [phase, minutes === null ? '' : `${minutes} Min.`, activity, media].filter(Boolean).join(' · ')

/** A lesson concept as plain text, in the order of the form: for comparing two of them, and for a look at names. */
export function plainLesson(lesson: LessonText, phases: Phase[]): string {
  const facts: [string, string][] = [
    ['Titel', lesson.title],
    ['Was Lernende danach können', lesson.aim],
    ['Fächer', lesson.subjects.map(subjectTitle).join(', ')],
    ['Jahrgänge', lesson.gradeLevels.map(gradeName).join(', ')],
    ['Unterrichtsstunden', lesson.durationLessons === null ? '' : String(lesson.durationLessons)],
    ['Medienkompetenzrahmen NRW', lesson.competencies.map(competencyName).join('\n')],
    ['Verlauf', phases.map(phaseLine).join('\n')],
    ['Ausstattung', lesson.equipment],
    ['Varianten', lesson.variants],
    ['Erfahrungen', lesson.experience],
    ['Zuletzt unterrichtet', lesson.lastTaught ?? ''],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name}\n${value}`] : [])).join('\n\n')
}
