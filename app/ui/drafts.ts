/**
 * What somebody has typed and not yet sent, kept on this device only. One draft for each place one can write in,
 * apart for each person, because school devices have many users.
 */
export type Draft = {
  fields: Record<string, string>
  /** Goes with every try to send this draft, so that the server makes one thing of it. */
  clientKey: string
  /** Time of this device, in milliseconds. */
  at: number
}

const PREFIX = 'entwurf:'
const keyOf = (personId: string, place: string) => `${PREFIX}${personId}:${place}`

/** The database of photos that wait (app/files/kept-photo.ts). */
export const photosOf = (personId: string) => `entwurf-fotos:${personId}`

export function readDraft(personId: string, place: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(personId, place)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** @returns false when this device keeps nothing (full, or private browsing) */
export function keepDraft(personId: string, place: string, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(personId, place), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function forgetDraft(personId: string, place: string): void {
  try {
    localStorage.removeItem(keyOf(personId, place))
  } catch {
    // Nothing could be kept, so nothing is left.
  }
}

/** How many drafts of this person lie on this device. */
export function countDrafts(personId: string): number {
  return keysOf(personId).length
}

/** Removes all drafts of this person from this device: for signing out. */
export function forgetDrafts(personId: string): void {
  for (const key of keysOf(personId)) localStorage.removeItem(key)
  // Changes of documents that were not acknowledged (app/editor/local-copy.ts).
  if (typeof indexedDB === 'undefined') return
  indexedDB.deleteDatabase(`${PREFIX}${personId}`)
  indexedDB.deleteDatabase(photosOf(personId))
}

function keysOf(personId: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(keyOf(personId, '')))
  } catch {
    return []
  }
}

/** Calls back when the draft of this place was removed in another tab: it was sent there. */
export function onDraftGone(personId: string, place: string, callback: () => void): () => void {
  const handleStorage = (event: StorageEvent) => {
    if (event.key === keyOf(personId, place) && event.newValue === null) callback()
  }
  window.addEventListener('storage', handleStorage)
  return () => window.removeEventListener('storage', handleStorage)
}

/** A UUID; crypto.randomUUID is missing where the page came over plain http. */
export function newClientKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { fields, clientKey, at } = value as Record<string, unknown>
  return (
    typeof clientKey === 'string' &&
    typeof at === 'number' &&
    typeof fields === 'object' &&
    fields !== null &&
    Object.values(fields).every((text) => typeof text === 'string')
  )
}
