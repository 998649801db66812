import type { ChapterKind, Visibility } from '#server/concepts/contract.ts'

/** A chapter with its text in each version and now; null where the version had none. */
export type SeedChapter = {
  kind: ChapterKind
  title: string
  visibility: Visibility
  state: 'empty' | 'in_progress' | 'done'
  responsible?: string
  /** Text of version 1, 2 … and, last, of the working copy; what is left out is as before. */
  texts: (string | null | undefined)[]
}

export type SeedGoal = {
  title: string
  why: string
  successSign: string
  dimension: 'teaching' | 'staff' | 'organisation' | 'technology' | 'cooperation'
  subjects?: string[]
  grades?: string[]
  competencies?: string[]
  status?: 'active' | 'planned' | 'achieved'
  visibility?: Visibility
  owners: string[]
  /** Title of a network goal that it serves. */
  serves?: string
  /** The first version it stands in; not yet in any without. */
  since?: number
  measures?: {
    title: string
    nextStep?: string
    status?: 'open' | 'doing' | 'done'
    owner?: string
  }[]
  checkIns?: { daysAgo: number; mood: 'on_track' | 'stuck' | 'changed'; text: string; by: string }[]
}

/** [competency, subject, grade, unit, in how many years past it was taught last (none: never)] */
export type SeedCell = readonly [
  competency: string,
  subject: string,
  grade: string,
  unit: string,
  yearsAgo?: number,
]

export type SeedLesson = {
  title: string
  aim: string
  by: string
  subjects: string[]
  grades: string[]
  forms: string[]
  competencies: string[]
  lessons: number
  equipment?: string
  experience?: string
  licence: 'cc_by' | 'cc_by_sa'
  visibility: 'network' | 'public'
  phases: readonly (readonly [phase: string, minutes: number, activity: string, media: string])[]
}

export type SeedReflection = {
  daysAgo: number
  by: string
  goal?: string
  whatWeDid: string
  use: string
  benefit: string
  surprise?: string
  nextStep?: string
  visibility: Visibility
}

export type SeedVersion = {
  scope: 'network' | 'public'
  daysAgo: number
  label: string
  note: string
  by: string
  resolved?: { daysAgo: number; result: 'adopted' | 'adopted_with_changes' }
}

export type SeedConcept = {
  school: string
  by: string
  editors: string[]
  publishers?: string[]
  leads?: readonly (readonly [person: string, subject: string])[]
  versions: SeedVersion[]
  chapters: SeedChapter[]
  goals: SeedGoal[]
  cells: readonly SeedCell[]
  levels?: string[]
  lessons?: SeedLesson[]
  reflections?: SeedReflection[]
  trainings?: { topic: string; forWhom: string; format: 'schilf' | 'smz_workshop'; goal?: string }[]
  /** Titles of Vorhaben that only the working copy holds so far. */
  projects?: string[]
}

/** A chapter that has said the same in every version. */
export const chapter = (
  kind: SeedChapter['kind'],
  title: string,
  text: string,
  visibility: SeedChapter['visibility'] = 'public',
): SeedChapter => ({ kind, title, visibility, state: 'done', texts: [text] })
