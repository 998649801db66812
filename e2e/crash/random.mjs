// Chance that can be repeated: a run prints its seed, and the same seed draws the same.

/** mulberry32: small, fast and good enough to choose moments and texts. */
export function seeded(seed, name = '') {
  let state = [...name].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 16777619), seed)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (limit) => Math.floor(next() * limit)
  const hex = (length) => Array.from({ length }, () => below(16).toString(16)).join('')
  return {
    /** A whole number from `from` to `to`, both included. */
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => next() < share,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  }
}
