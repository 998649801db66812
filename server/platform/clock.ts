import { settings } from './env.ts'

const startedAt = Date.now()

/** The domain's time: the real one, or counted on from CLOCK. Rules take it as an argument. */
export function now(): Date {
  const { clock } = settings()
  if (!clock) return new Date()
  return new Date(new Date(clock).getTime() + (Date.now() - startedAt))
}

/** Milliseconds by which the domain's time is ahead of the machine's. */
export function clockOffset(): number {
  return now().getTime() - Date.now()
}
