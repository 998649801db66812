import type { RequestEvent, RequestState } from '../contract.ts'

const STEPS: Record<RequestEvent, Partial<Record<RequestState, RequestState>>> = {
  accept: { open: 'accepted' },
  decline: { open: 'declined' },
  finish: { accepted: 'done' },
  withdraw: { open: 'withdrawn', accepted: 'withdrawn' },
}

/** Where an event leads from here; undefined where it cannot happen. */
export function nextState(event: RequestEvent, state: RequestState): RequestState | undefined {
  return STEPS[event][state]
}

/** What was said before stays above what is said now. */
export function joinedAnswer(before: string, more: string): string {
  return [before, more].filter(Boolean).join('\n\n')
}

/** PLGs whose name nobody outside hears, whatever they ask for. */
export function hidesName(plg: { joining: string; kind: string }): boolean {
  return plg.joining === 'closed' || plg.kind === 'principals_circle' || plg.kind === 'supervision'
}
