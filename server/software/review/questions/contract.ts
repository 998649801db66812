import type { ProofFile } from '../checks/contract.ts'

export type Addressee = 'requester' | 'vendor'

/** A question of the desk with its answer. */
export type Question = {
  id: string
  addressee: Addressee
  text: string
  askedAt: Date
  dueOn: string
  vendorEmail: string | null
  answer: string | null
  answeredName: string
  answeredAt: Date | null
  /** What a vendor has sent along. */
  files: ProofFile[]
}

/** So many days after its day an answer of a vendor is still taken. */
export const LATE_DAYS = 14
/** So many days before its day whoever was asked is reminded. */
export const REMIND_DAYS = 3
/** What a vendor may send along: so many files, so many bytes together. */
export const ANSWER_FILES = { most: 3, bytes: 10 * 1024 * 1024 } as const
export const QUESTION_LIMITS = { text: 4000, answer: 8000 } as const
