/** What kind of thing a product is. */
export const PRODUCT_KINDS = [
  'web',
  'ios',
  'android',
  'windows',
  'macos',
  'iserv_module',
  'content',
  'hardware_software',
] as const
export type ProductKind = (typeof PRODUCT_KINDS)[number]

/** What one does with it: products of one function can stand for each other. */
export const FUNCTIONS = [
  'quiz',
  'pinboard',
  'mindmap',
  'video',
  'audio',
  'presentation',
  'text',
  'spreadsheet',
  'drawing',
  'geometry',
  'programming',
  'ai_chat',
  'diagnosis',
  'practice',
  'vocabulary',
  'reading',
  'dictionary',
  'music',
  'simulation',
  'maps',
  'reference',
  'lms',
  'communication',
  'survey',
  'collaboration',
  'portfolio',
  'classroom_management',
  'augmented_reality',
] as const
export type FunctionTag = (typeof FUNCTIONS)[number]

export const COST_MODELS = [
  'free',
  'freemium',
  'one_time',
  'subscription',
  'state_licence',
  'city_licence',
  'unknown',
] as const
export type CostModel = (typeof COST_MODELS)[number]

export const COST_UNITS = ['device', 'pupil', 'teacher', 'school', 'flat'] as const
export type CostUnit = (typeof COST_UNITS)[number]

export const PROCURERS = ['land', 'school_authority', 'school', 'none'] as const
export type Procurer = (typeof PROCURERS)[number]

export const DELIVERIES = ['browser', 'jamf', 'iserv_distribution', 'byod'] as const
export type Delivery = (typeof DELIVERIES)[number]

export const OFFLINE_USES = ['full', 'partly', 'no', 'unknown'] as const
export type OfflineUse = (typeof OFFLINE_USES)[number]

export const ADVERTISING = ['yes', 'no', 'unknown'] as const
export type Advertising = (typeof ADVERTISING)[number]

/** On whose device, where (six scenarios of Schleswig-Holstein's pre-check, and the teacher's own service device). */
export const DEVICE_SCENARIOS = [
  'school_shared_at_school',
  'school_personal_at_school',
  'school_shared_at_home',
  'school_personal_at_home',
  'byod',
  'gyod',
  'teacher_device_only',
] as const
export type DeviceScenario = (typeof DEVICE_SCENARIOS)[number]

export const PUPIL_ACCOUNTS = [
  'none',
  'class_code',
  'pseudonym',
  'sso_pseudonym',
  'sso_name',
  'real_name',
  'email',
] as const
export type PupilAccount = (typeof PUPIL_ACCOUNTS)[number]

export const SCENARIO_USERS = ['teacher', 'pupil', 'parent'] as const
export type ScenarioUser = (typeof SCENARIO_USERS)[number]

export const SCENARIO_CONTENTS = [
  'none',
  'learning_content',
  'pupil_products',
  'communication',
  'assessment',
  'image_audio_video',
] as const
export type ScenarioContent = (typeof SCENARIO_CONTENTS)[number]

/** The same numbers stand as checks in the database. */
export const LIMITS = {
  name: { min: 2, max: 120 },
  description: 4000,
  website: 500,
  note: 500,
  label: 160,
  text: 4000,
} as const

export const PAGE_SIZE = 24

/** How long a merge can be taken back. */
export const UNDO_DAYS = 30
