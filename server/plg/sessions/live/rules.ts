import { elapsedAt, protocolOf, type Run } from '../protocols/contract.ts'
import type { RunAct } from './contract.ts'

/** As much as the column holds; three weeks of one step are enough. */
const MOST_ELAPSED = 2_000_000_000

/** A protocol at its beginning. `before` is what ran until now: its number of changes goes on. */
export function begun(protocol: string, before: { version: number } | undefined, now: Date): Run {
  return {
    ...{ protocol, step: 0, elapsedMs: 0, isOver: false },
    runningSince: now.getTime(),
    version: (before?.version ?? 0) + 1,
  }
}

/** Where the group stands after an act; undefined when there is nothing to do. */
export function moved(run: Run, act: RunAct, now: Date): Run | undefined {
  if (run.isOver) return undefined
  const at = now.getTime()
  const next = { ...run, version: run.version + 1 }
  const elapsedMs = Math.min(elapsedAt(run, at), MOST_ELAPSED)
  const last = (protocolOf(run.protocol)?.steps.length ?? 1) - 1
  switch (act) {
    case 'next':
      return run.step >= last ? undefined : { ...next, ...fresh(run, run.step + 1, at) }
    case 'back':
      return run.step === 0 ? undefined : { ...next, ...fresh(run, run.step - 1, at) }
    case 'pause':
      return run.runningSince === null ? undefined : { ...next, runningSince: null, elapsedMs }
    case 'resume':
      return run.runningSince === null ? { ...next, runningSince: at } : undefined
    case 'end':
      return { ...next, runningSince: null, elapsedMs, isOver: true }
  }
}

/** A step at its beginning: it runs, unless the group stands still. */
const fresh = (run: Run, step: number, at: number) => ({
  step,
  elapsedMs: 0,
  runningSince: run.runningSince === null ? null : at,
})
