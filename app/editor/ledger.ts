/** What goes over the line: an answer holds all the server lacked, a piece is one change more. */
export type Sent = 'answer' | 'piece'

/**
 * Counts which of one's own changes the server has acknowledged as kept. The provider's own count cannot be
 * trusted for that: after a reconnection it begins with one, while pieces that waited bring acknowledgements of
 * their own, so it reads zero when only the first of them is kept.
 *
 * The server answers every answer and every piece in the order in which they came. So what is on its way is a
 * queue, and each acknowledgement belongs to the oldest of it.
 */
export function createLedger(onSettled: (upTo: number) => void = () => undefined) {
  let last = 0
  let settled = 0
  let current: object | undefined
  return {
    /** A change was made here. @returns its number */
    made: () => ++last,
    last: () => last,
    /** So many changes are on this device only. */
    pending: () => last - settled,
    /** A new connection: nothing is known about what was on its way on the one before. */
    line() {
      const line = {}
      const underWay: number[] = []
      let hasAnswered = false
      let isRefused = false
      current = line
      return {
        /** May it be sent? A piece from before the first answer is part of that answer. */
        sends(what: Sent): boolean {
          if (what === 'piece' && !hasAnswered) return false
          hasAnswered = true
          underWay.push(last)
          return true
        },
        acknowledged(isKept: boolean): void {
          const upTo = underWay.shift()
          isRefused ||= !isKept
          if (upTo === undefined || isRefused || current !== line || upTo <= settled) return
          settled = upTo
          onSettled(settled)
        },
      }
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
