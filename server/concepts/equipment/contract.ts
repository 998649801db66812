/** What kinds of equipment there are (R33-2, R33-3). */
export const KINDS = [
  'device_pupil',
  'device_teacher',
  'presentation',
  'peripheral',
  'admin_pc',
  'infrastructure',
  'innovation',
] as const
export type Kind = (typeof KINDS)[number]

/** How far a class is on its way into the base equipment, or out of it (R32-1). */
export const LIFECYCLES = ['proposed', 'trial', 'base', 'fading'] as const
export type Lifecycle = (typeof LIFECYCLES)[number]

/** What a rule of a standard counts by. */
export const BASES = ['pupils', 'teachers', 'rooms', 'fixed'] as const
export type Basis = (typeof BASES)[number]

export const TIERS = ['base', 'beyond_base'] as const
export type Tier = (typeof TIERS)[number]

export const NEED_STATES = [
  'noted',
  'in_talk',
  'agreed',
  'ordered',
  'delivered',
  'not_agreed',
] as const
export type NeedState = (typeof NEED_STATES)[number]

export type Source = 'school' | 'authority' | 'import'

export type EquipmentClass = {
  id: string
  number: number
  name: string
  kind: Kind
  lifecycle: Lifecycle
  description: string
}

/** One line of a standard: so many of it for so many. */
export type Rule = { classId: string; basis: Basis; amount: number; per: number }

/** How large a school is in a school year; null where nobody has said so. */
export type Figures = { pupils: number; teachers: number; rooms: number }

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  className: { min: 2, max: 80 },
  description: 500,
  note: 500,
  rowNote: 200,
  site: 80,
  purpose: 1000,
  amount: 1000,
  count: 20_000,
  quantity: 5000,
} as const

/** More classes than the form of a count has fields for. */
export const MOST_CLASSES = 60
export const LARGEST_FILE = 128 * 1024
/** How long a list that was only looked at is kept. */
export const PREVIEW_HOURS = 24
