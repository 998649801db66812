import { remember } from '@epic-web/remember'

/** What a sentence of the bell is made of. `actor` is null when that person is gone or unknown. */
export type NotificationFacts = {
  actor: string | null
  title: string
  count: number
  details: Record<string, unknown>
}

/** An area's sentences by kind of notification: its `notificationWords`. */
export type NotificationWords = Record<string, (facts: NotificationFacts) => string>

/** An area's German words for what it writes into the protocol, by action: its `auditWords`. */
export type AuditWords = Record<string, string>

const held = remember('sentences', () => ({
  notifications: new Map<string, (facts: NotificationFacts) => string>(),
  audit: new Map<string, string>(),
}))

export function registerSentences(all: {
  notifications: NotificationWords[]
  audit: AuditWords[]
}): void {
  held.notifications = new Map(all.notifications.flatMap((words) => Object.entries(words)))
  held.audit = new Map(all.audit.flatMap((words) => Object.entries(words)))
}

/** The sentence of a notification; a kind that no area speaks for any more still names its thing. */
export function notificationSentence(kind: string, facts: NotificationFacts): string {
  return held.notifications.get(kind)?.(facts) ?? `Neues zu „${facts.title}“`
}

/** The German word for an action of the protocol; an unknown one is shown as it is. */
export function auditWord(action: string): string {
  return held.audit.get(action) ?? action
}
