import { remember } from '@epic-web/remember'

export type DomainEvent = { name: string; payload: unknown }
export type EventKind<Payload> = { eventName: string; (payload: Payload): DomainEvent }

/**
 * What follows an event. `live` runs in this process right after the commit and may be lost with it;
 * the others are jobs, queued in the same transaction and repeated until they succeed: `durable` in a
 * transaction with the end of its job, so that it happens once; `delivering` outside of any.
 */
export type Reaction = {
  to: string
  name: string
  when: 'live' | 'durable' | 'delivering'
  run: (payload: unknown) => void | Promise<void>
}

/** Declares a domain event. Call it to make one; hand it to `live` or `durable` to react to it. */
export function event<Payload>(eventName: string): EventKind<Payload> {
  return Object.assign((payload: Payload) => ({ name: eventName, payload }), { eventName })
}

/** A reaction at once, after the commit. It must not fail the person's request: errors are logged. */
export function live<Payload>(
  kind: EventKind<Payload>,
  run: (payload: Payload) => void | Promise<void>,
): Reaction {
  return {
    to: kind.eventName,
    name: `live ${kind.eventName}`,
    when: 'live',
    run: (payload) => run(payload as Payload),
  }
}

/** A reaction that must happen, and once. `name` is kept in the queue: renaming it orphans waiting work. */
export function durable<Payload>(
  kind: EventKind<Payload>,
  name: string,
  run: (payload: Payload) => Promise<void>,
): Reaction {
  return { to: kind.eventName, name, when: 'durable', run: (payload) => run(payload as Payload) }
}

/** A reaction that reaches outside, e.g. by a mail: after a crash it may run twice. */
export function delivering<Payload>(
  kind: EventKind<Payload>,
  name: string,
  run: (payload: Payload) => Promise<void>,
): Reaction {
  return { ...durable(kind, name, run), when: 'delivering' }
}

const registered = remember('reactions', () => new Map<string, Reaction[]>())

export function registerReactions(all: Reaction[]): void {
  registered.clear()
  for (const reaction of all)
    registered.set(reaction.to, [...(registered.get(reaction.to) ?? []), reaction])
}

export function liveReactionsTo(event: DomainEvent): Reaction[] {
  return (registered.get(event.name) ?? []).filter(({ when }) => when === 'live')
}

export function queuedReactionsTo(event: DomainEvent): Reaction[] {
  return (registered.get(event.name) ?? []).filter(({ when }) => when !== 'live')
}

export function queuedReactionNamed(name: string): Reaction | undefined {
  return [...registered.values()].flat().find((r) => r.when !== 'live' && r.name === name)
}
