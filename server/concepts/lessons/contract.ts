import type { Licence } from '#server/projects/contract.ts'

/** Who reads a lesson concept. Those of its authors alone count for nothing yet. */
export const LESSON_VISIBILITIES = ['authors', 'plg', 'school', 'network', 'public'] as const
export type LessonVisibility = (typeof LESSON_VISIBILITIES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 160 },
  aim: { max: 2000 },
  equipment: { max: 500 },
  text: { max: 4000 },
  phase: { max: 80 },
  activity: { max: 2000 },
  media: { max: 500 },
  note: { max: 1000 },
  lessons: 200,
  minutes: 1000,
} as const

/** So many rows a form takes; each is four of the fields that the house reads of one form. */
export const MOST_PHASES = 12
export const MOST_AUTHORS = 12

export type Phase = { phase: string; minutes: number | null; activity: string; media: string }
export type LessonAuthor = { personId: string; name: string; isNamed: boolean }
export type LessonUse = { schoolId: string; school: string; schoolYear: string; note: string }

/** A lesson concept as its page, its form and its file show it. */
export type LessonText = {
  title: string
  aim: string
  subjects: string[]
  gradeLevels: string[]
  schoolForms: string[]
  durationLessons: number | null
  competencies: string[]
  equipment: string
  variants: string
  experience: string
  lastTaught: string | null
}

export type LessonExport = LessonText & {
  number: number
  licence: Licence | null
  publishedAt: Date | null
  phases: Phase[]
  software: string[]
  authors: { named: string[]; others: number }
  school: string
}

export const FORMATS = ['md', 'json'] as const
export type Format = (typeof FORMATS)[number]
