import type { When } from '../../placing/contract.ts'

/** What of a booking decides what it may hold. */
export type Holder = {
  id: string
  personId: string | null
  createdBy: string | null
  schoolId: string | null
  projectId: string | null
  grade: number | null
  participants: number | null
  outBy: string
}

/** Dates of a booking that are to hold something else, or at another time. */
export type Rehold = {
  booking: Holder
  dates: { id: string; when: When }[]
  offers: { id: string; quantity: number }[]
  /** The rules are set aside; the stock stays what it is. */
  sets: boolean
}
