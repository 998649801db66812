import type { Document } from '@hocuspocus/server'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { settings } from '#server/platform/env.ts'
import { hearServers, tellServers } from '#server/realtime/emit.ts'

/** Several keys of several writers travel to the other servers together. With an embedded database there are none. */
const WITHIN = 40

type News =
  | { what: 'pieces'; name: string; ids: number[] }
  | { what: 'awareness'; name: string; update: string }
  | { what: 'who'; name: string }
  | { what: 'close'; name?: string; personIds?: string[]; sessionIds?: string[] }

export type ServerNews = News

const pieces = new Map<string, number[]>()
const people = new Map<string, { document: Document; clients: Set<number> }>()
let timer: NodeJS.Timeout | undefined

/** Tells the other servers that a document's journal has grown. They read the piece from the database. */
export function shareUpdate(name: string, id: number): void {
  if (settings().isEmbedded) return
  pieces.set(name, [...(pieces.get(name) ?? []), id])
  soon()
}

/** Shows the other servers who is writing where. */
export function shareAwareness(name: string, document: Document, clients: number[]): void {
  if (settings().isEmbedded) return
  const entry = people.get(name) ?? { document, clients: new Set() }
  for (const client of clients) entry.clients.add(client)
  people.set(name, entry)
  soon()
}

function soon(): void {
  timer ??= setTimeout(send, WITHIN)
}

function send(): void {
  timer = undefined
  for (const [name, ids] of pieces) tellServers('collab', { what: 'pieces', name, ids })
  for (const [name, { document, clients }] of people) {
    const update = encodeAwarenessUpdate(document.awareness, [...clients])
    const text = Buffer.from(update).toString('base64')
    tellServers('collab', { what: 'awareness', name, update: text })
  }
  pieces.clear()
  people.clear()
}

/** A document was opened here: who has it open elsewhere shows up at once, not with their next step. */
export function askWhoWrites(name: string): void {
  tellServers('collab', { what: 'who', name })
}

export function tellToClose(close: Omit<Extract<News, { what: 'close' }>, 'what'>): void {
  tellServers('collab', { what: 'close', ...close })
}

export function hearOthers(hear: (news: News) => void): void {
  hearServers('collab', (news) => hear(news as News))
}

export function takeAwareness(document: Document, update: string): void {
  applyAwarenessUpdate(document.awareness, Buffer.from(update, 'base64'), { source: 'local' })
}
