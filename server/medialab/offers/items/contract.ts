export const ITEM_STATES = ['ok', 'limited', 'repair', 'lost', 'retired'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** States in which nobody gets it. */
export const GONE: readonly ItemState[] = ['repair', 'lost', 'retired']

export const PART_STATES = ['ok', 'limited', 'broken', 'lost'] as const
export type PartState = (typeof PART_STATES)[number]

/** Something with a sticker: one whole thing, or a heap that is counted. */
export type Item = {
  id: string
  code: string
  label: string
  inventoryNumber: string
  isCounted: boolean
  total: number
  reserve: number
  broken: number
  state: ItemState
  notes: string
  version: number
}

export type Part = {
  id: string
  code: string | null
  name: string
  quantity: number
  isUnit: boolean
  isCritical: boolean
  state: PartState
}

/** The same numbers stand as checks in the database, or keep a page readable. */
export const ITEM_LIMITS = { amount: 30, total: 10_000, parts: 300, quantity: 1000 } as const
