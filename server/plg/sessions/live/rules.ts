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
  const change = run.isOver ? undefined : ACTS[act](run, now.getTime())
  return change && { ...run, version: run.version + 1, ...change }
}

type Change = (run: Run, at: number) => Partial<Run> | undefined

const ACTS: Record<RunAct, Change> = {
  next: (run, at) => (run.step < lastStep(run) ? fresh(run, run.step + 1, at) : undefined),
  back: (run, at) => (run.step > 0 ? fresh(run, run.step - 1, at) : undefined),
  pause: (run, at) => (run.runningSince === null ? undefined : standing(run, at)),
  resume: (run, at) => (run.runningSince === null ? { runningSince: at } : undefined),
  end: (run, at) => ({ ...standing(run, at), isOver: true }),
}

const lastStep = ({ protocol }: Run) => (protocolOf(protocol)?.steps.length ?? 1) - 1
const standing = (run: Run, at: number) => ({
  runningSince: null,
  elapsedMs: Math.min(elapsedAt(run, at), MOST_ELAPSED),
})

/** A step at its beginning: it runs, unless the group stands still. */
const fresh = (run: Run, step: number, at: number) => ({
  step,
  elapsedMs: 0,
  runningSince: run.runningSince === null ? null : at,
})
