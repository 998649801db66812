import type { ResolutionBody, ResolutionResult, VersionStatus } from '../contract.ts'

/** The working copy where a version is asked for. */
export const DRAFT = 'entwurf'
/** A version by its number, or the working copy. */
export type StateMark = number | typeof DRAFT

export const LIMITS = {
  label: 120,
  note: 2000,
  reason: 500,
  submission: 1000,
  resolution: 1000,
} as const

/** What is looked at before something leaves the school. */
export const CHECKS = ['alt', 'headings', 'child', 'personal'] as const
export type CheckKind = (typeof CHECKS)[number]
/** Something found: where it stands, and with which words. */
export type Finding = {
  kind: CheckKind
  place: string /** The number of the chapter's document. */
  chapter: number | null
  excerpt: string
}

export type Resolution = {
  id: string
  body: ResolutionBody
  heldOn: string
  result: ResolutionResult
  note: string
}

/** A version in a list. */
export type VersionLine = {
  number: number
  label: string
  status: VersionStatus
  scope: 'network' | 'public' | null
  changeNote: string
  createdAt: Date
  publishedAt: Date | null
  withdrawnReason: string
  isCurrent: boolean
  resolutions: Resolution[]
  /** For the school only. */
  author: string | null
}
