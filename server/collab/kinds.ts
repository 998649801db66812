import { remember } from '@epic-web/remember'
import type { Actor } from '#server/auth/actor.ts'
import type { CheckedContent } from '#server/rich-text/check.ts'

export type CollabStanding = 'write' | 'read' | 'none'

/** What an area says about its documents that are written together: who may, and what follows from their text. */
export type CollabKind = {
  /** Asks the same policy as the page. */
  standing: (actor: Actor, documentId: string) => Promise<CollabStanding>
  /** The text of a document is this now; runs in the transaction that keeps it. */
  textChanged: (documentId: string, content: CheckedContent) => Promise<void>
  /** Somebody's editor wrote what is no text of ours. Once for each time, in a transaction. */
  textBroke: (documentId: string) => Promise<void>
}

const NOBODY: CollabKind = {
  standing: () => Promise.resolve('none'),
  textChanged: () => Promise.resolve(),
  textBroke: () => Promise.resolve(),
}

const held = remember('collab', () => ({ kind: NOBODY }))

export function registerCollab(kind: CollabKind | undefined): void {
  held.kind = kind ?? NOBODY
}

export const collabKind = () => held.kind
