import { Busy } from './errors.ts'

/**
 * Lets so many pieces of heavy work run and so many wait; who comes then is told to come again.
 *
 * @throws Busy (503) from the answer, when the row is full
 */
export function fewAtOnce(running: number, waiting: number) {
  let free = running
  const row: (() => void)[] = []

  const leave = () => {
    const next = row.shift()
    if (next) next()
    else free++
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free--
    else if (row.length < waiting) await new Promise<void>((resolve) => row.push(resolve))
    else throw new Busy('too much at once')
    return work().finally(leave)
  }
}
