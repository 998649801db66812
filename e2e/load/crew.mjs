// Child processes that play the people: one question over the pipe, one answer back.
import { fork } from 'node:child_process'
import { once } from 'node:events'

/** @returns a child with `ask(message)`, one question at a time, and `end()` */
export function aChild(file) {
  const child = fork(new URL(file, import.meta.url), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} endete mit ${code}`)
  })
  gone.catch(() => {})
  return {
    async ask(message) {
      child.send(message)
      const [answer] = await Promise.race([once(child, 'message'), gone])
      return answer
    },
    end() {
      child.kill()
    },
  }
}

/** @returns the value below which the share `at` of the numbers lies */
export function quantile(numbers, at) {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN
}

export const median = (numbers) => quantile(numbers, 0.5)
