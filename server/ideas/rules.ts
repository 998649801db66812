import { UNDO_DAYS } from './contract.ts'

/** "12-bruchrechnen" is idea 12; the rest is for reading. @returns undefined for no number */
export function ideaNumber(param: string): number | undefined {
  const found = /^(\d{1,9})(?:-|$)/.exec(param)
  return found ? Number(found[1]) : undefined
}

/** Merging can be taken back for a while; then both sides have gone on with it. */
export function canUndoMerge(mergedAt: Date | null, now: Date): boolean {
  return mergedAt !== null && now.getTime() - mergedAt.getTime() <= UNDO_DAYS * 86_400_000
}
