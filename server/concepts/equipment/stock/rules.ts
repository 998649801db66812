import type { Held } from '../standard/rules.ts'

type Row = { classId: string; count: number; usable: number | null }

/** What a school has at all its sites together. Where only some said what works, the others' counts count whole. */
export function heldOf(rows: Row[]): Map<string, Held> {
  const held = new Map<string, Held>()
  for (const { classId, count, usable } of rows) {
    const known = held.get(classId)
    const isPartly = usable !== null || (known !== undefined && known.usable !== null)
    held.set(classId, {
      count: count + (known?.count ?? 0),
      usable: isPartly ? (usable ?? count) + (known ? (known.usable ?? known.count) : 0) : null,
    })
  }
  return held
}
