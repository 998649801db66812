export const TRAINING_FORMATS = [
  'schilf',
  'pedagogical_day',
  'peer_offer',
  'external',
  'smz_workshop',
  'self_study',
] as const
export type TrainingFormat = (typeof TRAINING_FORMATS)[number]

export const TRAINING_STATUSES = ['wished', 'planned', 'done', 'dropped'] as const
export type TrainingStatus = (typeof TRAINING_STATUSES)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = { topic: { max: 200 }, forWhom: { max: 200 }, count: 1000 } as const
export const TRAININGS_PER_PAGE = 30

/** "2026/27-1" */
export const halfKey = ({ schoolYear, half }: { schoolYear: string; half: number }) =>
  `${schoolYear}-${half}`
