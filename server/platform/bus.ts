import { remember } from '@epic-web/remember'

export type DomainEvent = { name: string; payload: unknown }
export type EventKind<Payload> = { eventName: string; (payload: Payload): DomainEvent }

/**
 * What follows an event. `live` runs in this process right after the commit and may be lost with it;
 * `durable` is a job that is queued in the same transaction and repeated until it succeeds.
 */
export type Reaction = {
  to: string
  name: string
  when: 'live' | 'durable'
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

/** A reaction that must happen. `name` is kept in the queue: renaming it orphans waiting work. It may run twice. */
export function durable<Payload>(
  kind: EventKind<Payload>,
  name: string,
  run: (payload: Payload) => Promise<void>,
): Reaction {
  return { to: kind.eventName, name, when: 'durable', run: (payload) => run(payload as Payload) }
}

const registered = remember('reactions', () => new Map<string, Reaction[]>())

export function registerReactions(all: Reaction[]): void {
  registered.clear()
  for (const reaction of all)
    registered.set(reaction.to, [...(registered.get(reaction.to) ?? []), reaction])
}

export function reactionsTo(event: DomainEvent, when: Reaction['when']): Reaction[] {
  return (registered.get(event.name) ?? []).filter((reaction) => reaction.when === when)
}

export function durableReactionNamed(name: string): Reaction | undefined {
  return [...registered.values()].flat().find((r) => r.when === 'durable' && r.name === name)
}
