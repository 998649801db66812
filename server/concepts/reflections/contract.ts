import type { Visibility } from '../contract.ts'

export const CONTEXTS = [
  'goal',
  'project',
  'plg_session',
  'classroom_visit',
  'equipment_trial',
  'software_use',
  'equipment_talk',
  'general',
] as const
export type Context = (typeof CONTEXTS)[number]

/** Things from which an entry may be taken, by their kind, and what they are for the log. */
export const SOURCES: ReadonlyMap<string, Context> = new Map([
  ['plg-session', 'plg_session'],
  ['project', 'project'],
  ['classroom-visit', 'classroom_visit'],
  ['lab-report', 'equipment_trial'],
  ['equipment-talk', 'equipment_talk'],
])

/** The same numbers stand as checks in the database. */
export const LIMITS = { text: { max: 2000 }, nextStep: { max: 1000 } } as const
export const REFLECTIONS_PER_PAGE = 20
export const MOST_EXPORTED = 5000

/** The two answers that are kept apart, and what surrounds them. */
export const PARTS = ['whatWeDid', 'use', 'benefit', 'surprise', 'hindrance', 'nextStep'] as const
export type Part = (typeof PARTS)[number]
export type Texts = Record<Part, string>

export type Entry = Texts & {
  id: string
  heldOn: string
  context: Context
  visibility: Visibility
  author: string | null
  createdAt: Date
  goal: { title: string; number: number } | null
  /** An entry that came of something else: its card, or null for who may not read it. */
  source: { word: string; title: string; path: string } | null
  isHidden: boolean
  /** It corrects an earlier one, or was corrected itself. */
  corrects: string | null
  correctedBy: string | null
}
