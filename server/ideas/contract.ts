export const IDEA_STATES = ['open', 'merged', 'became_plg', 'archived'] as const
export type IdeaState = (typeof IDEA_STATES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  title: { min: 3, max: 120 },
  problem: 2000,
  learnersNeed: 2000,
  technology: 300,
  note: 500,
} as const

/** What an idea is about, beyond its subject: teaching, but also organisation and equipment (R33-10). */
export const TOPICS = [
  'parent_funding',
  'one_to_one',
  'base_equipment',
  'artificial_intelligence',
  'differentiation',
  'inclusion',
  'language_learning',
  'feedback_and_assessment',
  'audio_and_video',
  'programming_and_robotics',
  'information_literacy',
  'transition',
  'media_concept',
  'team_development',
  'organisation',
] as const
export type Topic = (typeof TOPICS)[number]

/** How long a merge can be taken back. */
export const UNDO_DAYS = 30

/** An idea as lists show it; everybody who is confirmed may see that much. */
export type IdeaCard = {
  id: string
  number: number
  path: string
  title: string
  problem: string
  state: IdeaState
  subjects: string[]
  gradeBands: string[]
  schoolForms: string[]
  competencies: string[]
  topics: string[]
  programme: string | null
  /** How many schools want this: those that joined, that of the author, and those of what was merged into it. */
  schools: number
  createdAt: Date
}
