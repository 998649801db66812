import type { SchoolForm } from '#server/schools/contract.ts'

/** Who reads a part of a concept once it is published; `school` never leaves the school. */
export const VISIBILITIES = ['school', 'network', 'public'] as const
export type Visibility = (typeof VISIBILITIES)[number]

/** What a person may be in a concept besides what the school gives. */
export const CONCEPT_ROLES = ['editor', 'publisher', 'subject_lead', 'reader'] as const
export type ConceptRole = (typeof CONCEPT_ROLES)[number]

/** The chapters of practice in NRW (BASS 16-13 Nr. 4, seven steps); a school renames, leaves out and adds. */
export const CHAPTER_KINDS = [
  'vision',
  'school_programme_link',
  'teaching_development',
  'mkr_coverage',
  'goals',
  'training',
  'equipment_and_use',
  'data_protection_and_rules',
  'support_and_roles',
  'cooperation',
  'parents_and_pupils',
  'evaluation',
  'reflection_log',
  'free',
] as const
export type ChapterKind = (typeof CHAPTER_KINDS)[number]

export const CHAPTER_STATES = ['empty', 'in_progress', 'done'] as const
export type ChapterState = (typeof CHAPTER_STATES)[number]

export const VERSION_STATUSES = ['frozen', 'published', 'withdrawn'] as const
export type VersionStatus = (typeof VERSION_STATUSES)[number]

export const RESOLUTION_BODIES = [
  'steering_group',
  'subject_conference',
  'teachers_conference',
  'school_conference',
] as const
export type ResolutionBody = (typeof RESOLUTION_BODIES)[number]

export const RESOLUTION_RESULTS = ['adopted', 'adopted_with_changes', 'noted', 'rejected'] as const
export type ResolutionResult = (typeof RESOLUTION_RESULTS)[number]

/** A school as its concept shows it. */
export type ConceptSchool = { id: string; slug: string; name: string; form: SchoolForm }

/**
 * One thing at one competency, grade and subject: of what every matrix is computed, that of a version and that of the
 * working copy. `grade` is a year ('5', 'EF'), a band as Vorhaben name it ('5-6'), 'SEP', or a level of the school
 * ('FOE:Mittelstufe', 'BK:Einzelhandel 1').
 */
export type Mark = {
  competency: string
  grade: string
  subject: string
  sourceKind: 'cell' | 'lesson' | 'project'
  sourceId: string
  title: string
  status: string
  lastTaught: string | null
}

/** Mandatory only for schools with Primarstufe or Sek I (SchulMail 26.06.2018): elsewhere the matrix is an offer. */
export const NO_MKR_DUTY: readonly SchoolForm[] = ['vocational', 'adult_education']
