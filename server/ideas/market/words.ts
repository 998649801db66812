import type { Shelf } from './contract.ts'

/** In the address: `?stand=meine`. */
export const shelfSlugs: Record<Shelf, string> = { open: '', over: 'vergeben', mine: 'meine' }

export const shelfNames: Record<Shelf, string> = {
  open: 'Offene Ideen',
  over: 'Nicht mehr offen',
  mine: 'Meine Ideen',
}
