/** A line of what went out, and how much of it is accounted for. */
export type BackLine = {
  id: string
  resourceId: string
  partId: string | null
  name: string
  code: string | null
  isUnit: boolean
  went: number
  back: number
  missing: number
  note: string
  backAt: Date | null
  damages: number
}

/** "14 von 15": of units where there are any, else of all. */
export type Progress = { back: number; missing: number; of: number; isAll: boolean; isAny: boolean }
