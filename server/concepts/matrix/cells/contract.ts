export const LEVELS = ['introduce', 'practise', 'deepen'] as const
export type Level = (typeof LEVELS)[number]
export const STATUSES = ['planned', 'tried', 'established', 'retired'] as const
export type Status = (typeof STATUSES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  unit: { max: 200 },
  technology: { max: 300 },
  skills: { max: 500 },
} as const

/** So many competencies times grades one form enters at once. */
export const MOST_AT_ONCE = 60

export type Cell = {
  id: string
  competency: string
  subject: string
  gradeLevel: string
  level: Level
  isBinding: boolean
  unit: string
  technology: string
  teacherSkills: string
  priorKnowledge: string
  status: Status
  confirmedOn: string | null
  lastTaught: string | null
  version: number
}
