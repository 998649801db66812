const counts = new Map<string, number>()

/** 1, 2, 3 … for each kind of thing: names and numbers that never collide within a process. */
export function numbered(kind: string): number {
  const next = (counts.get(kind) ?? 0) + 1
  counts.set(kind, next)
  return next
}
