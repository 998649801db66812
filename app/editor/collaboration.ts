import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { COLLAB_PATH, type CollabNews, documentName } from '#server/collab/contract.ts'
import { countedSocket } from './counted-socket.ts'
import { createLedger } from './ledger.ts'
import { openLocalCopy } from './local-copy.ts'
import { saveState, type Saving, type SavingFacts } from './save-state.ts'

export type CoEditor = { name: string; colour: number }

/** Everything the page shows of a collaboration. A new object only when something of it has changed. */
export type CollaborationView = {
  /** There is a text to write in: the server's, or the one this device has kept. */
  isReady: boolean
  saving: Saving
  pending: number
  /** They outlive the page. */
  isKeptHere: boolean
  mayWrite: boolean
  hasEnded: boolean
  problem: SavingFacts['problem']
  others: CoEditor[]
}

/** Longer than a line that works needs for an acknowledgement. */
const LATE = 4_000
/** Nothing comes any more, though the line has not closed: a tablet went from one network to another. */
const DEAD = 12_000
const LONGEST_PAUSE = 10_000
/** So long after the last key the page around hears of keys and of their being kept. */
const TYPING_PAUSE = 400
const TOO_BIG = 1009
const RENEWED = 4000
/** Reasons of the server that no further try will change. */
const FINAL = new Set(['permission-denied', 'unknown'])

type User = Partial<CoEditor>

const BEGINNING: CollaborationView = {
  isReady: false,
  saving: saveState(nothingYet()),
  pending: 0,
  isKeptHere: true,
  mayWrite: true,
  hasEnded: false,
  problem: null,
  others: [],
}

function nothingYet(): SavingFacts {
  return {
    hasSynced: false,
    isOnLine: false,
    pending: 0,
    isLate: false,
    isKeptHere: true,
    hasEnded: false,
    problem: null,
  }
}

class Line extends HocuspocusProviderWebsocket {
  private begun = Date.now()

  /** Also a line that is only being opened can be dead, and then says so after minutes. */
  override createWebSocketConnection() {
    this.begun = Date.now()
    return super.createWebSocketConnection()
  }

  quietSince(): number {
    return this.webSocket ? Math.max(this.begun, this.lastMessageReceived) : Date.now()
  }

  /** A dead line does not even close: it is left behind, whatever it does, and a new one begins. */
  renew(): void {
    this.emit('close', { event: { code: RENEWED, reason: 'renewed' } })
  }
}

export type Collaboration = Awaited<ReturnType<typeof openCollaboration>>

/** Opens a document to write in it together with others. `close` ends it; until then it comes back by itself. */
export async function openCollaboration(documentId: string, personId: string) {
  const doc = new Y.Doc()
  const copy = await openLocalCopy(personId, documentId)
  const ledger = createLedger((upTo) => {
    copy.forget(upTo, ledger.pending() === 0)
    pendingSince = ledger.pending() === 0 ? 0 : Date.now()
    look()
  })
  let view = BEGINNING
  let facts = nothingYet()
  let mayWrite = true
  let pendingSince = 0
  let frame = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  const watchers = new Set<(view: CollaborationView) => void>()
  const listeners = new Set<() => void>()

  const kept = await copy.read(ledger.made)
  for (const update of kept.base ? [kept.base, ...kept.updates] : kept.updates)
    applyKept(doc, update)
  const hasBase = kept.base !== undefined
  if (ledger.pending() > 0) pendingSince = Date.now()

  // Before the provider listens, so that a change has its number when it is sent.
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    const number = ledger.made()
    pendingSince ||= Date.now()
    copy.keep(number, update, !facts.isOnLine)
    look()
  })

  const socket = new Line({
    url: new URL(COLLAB_PATH, location.href.replace(/^http/, 'ws')).href,
    WebSocketPolyfill: countedSocket(ledger),
    maxDelay: LONGEST_PAUSE,
  })
  const provider = new HocuspocusProvider({
    name: documentName(documentId),
    document: doc,
    websocketProvider: socket,
    token: 'cookie',
    onSynced: () => {
      set({ hasSynced: true, isOnLine: true })
      if (ledger.pending() === 0) copy.forget(0, true)
    },
    onAuthenticated: ({ scope }) => {
      mayWrite = scope !== 'readonly'
      look()
    },
    onAuthenticationFailed: ({ reason }) => judged(reason),
    onClose: ({ event }) => {
      set({ isOnLine: false })
      judged(event.code === TOO_BIG ? 'full' : event.reason)
    },
    onStateless: ({ payload }) => hear(payload),
    onAwarenessChange: () => look(),
  })
  provider.attach()

  /** The line is closed or the document on it: some reasons are for good, after all others it comes back. */
  function judged(reason: string): void {
    if (FINAL.has(reason)) {
      set({ hasEnded: true })
      copy.forgetBase()
      socket.disconnect()
    } else if (reason === 'full') {
      set({ problem: 'full' })
      comeBack(LONGEST_PAUSE)
    } else comeBack(500)
  }
  /** The server may end a document without ending the line; a new line begins everything anew. */
  function comeBack(after: number): void {
    clearTimeout(retry)
    retry = setTimeout(() => {
      if (!provider.isSynced && socket.webSocket) socket.renew()
    }, after)
  }
  function hear(payload: string): void {
    const { kind } = JSON.parse(payload) as CollabNews
    set({ problem: kind === 'valid' ? null : kind })
  }
  function set(change: Partial<SavingFacts>): void {
    facts = { ...facts, ...change }
    look()
  }
  /** At most once a frame, however fast somebody types. */
  function look(): void {
    frame ||= requestAnimationFrame(refresh)
  }
  function refresh(): void {
    frame = 0
    const pending = ledger.pending()
    const isLate = pending > 0 && Date.now() - pendingSince > LATE
    facts = { ...facts, pending, isLate, isKeptHere: copy.isWorking() }
    if (pending > 0 && facts.hasSynced && (isLate || !facts.isOnLine))
      copy.keepBase(() => Y.encodeStateAsUpdate(doc))
    const next: CollaborationView = {
      isReady: facts.hasSynced || hasBase,
      saving: saveState(facts),
      pending,
      isKeptHere: facts.isKeptHere,
      mayWrite: mayWrite && !facts.hasEnded,
      hasEnded: facts.hasEnded,
      problem: facts.problem,
      others: othersIn(provider),
    }
    if (JSON.stringify(next) === JSON.stringify(view)) return
    const isTyping = isOnlyTyping(view, next)
    view = next
    for (const watcher of watchers) watcher(view)
    clearTimeout(pause)
    if (isTyping) pause = setTimeout(tell, TYPING_PAUSE)
    else tell()
  }
  function tell(): void {
    for (const listener of listeners) listener()
  }

  // A page in the background gets no frames, and time alone makes a change late.
  const clock = setInterval(() => {
    refresh()
    const quietSince = facts.isOnLine ? pendingSince || Date.now() : socket.quietSince()
    if (Date.now() - quietSince > DEAD) socket.renew()
  }, 1_000)
  const handleOnline = () => (socket.webSocket ? socket.renew() : void socket.connect())
  const handleOffline = () => set({ isOnLine: false })
  const handleHide = () => copy.leave()
  // A tablet may end a page in the background without a word.
  const handleVisibility = () => document.hidden && copy.leave()
  window.addEventListener('online', handleOnline)
  window.addEventListener('offline', handleOffline)
  window.addEventListener('pagehide', handleHide)
  document.addEventListener('visibilitychange', handleVisibility)
  look()

  return {
    doc,
    provider,
    /** For React, which is spared what goes to and fro with every key. */
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Hears of every change, also of those between two keys. */
    watch: (watcher: (view: CollaborationView) => void) => {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    view: () => view,
    /** Of this moment, not of the last frame: for questions before leaving. */
    pending: () => ledger.pending(),
    close(): void {
      clearInterval(clock)
      clearTimeout(retry)
      clearTimeout(pause)
      cancelAnimationFrame(frame)
      window.removeEventListener('online', handleOnline)
      window.removeEventListener('offline', handleOffline)
      window.removeEventListener('pagehide', handleHide)
      document.removeEventListener('visibilitychange', handleVisibility)
      listeners.clear()
      watchers.clear()
      provider.destroy()
      socket.destroy()
      copy.close()
      doc.destroy()
    },
  }
}

/** Nothing but words on their way, or arrived. */
function isOnlyTyping(before: CollaborationView, after: CollaborationView): boolean {
  const isCalm = [before, after].every(
    ({ saving: { kind } }) => kind === 'saved' || kind === 'saving',
  )
  const rest = ({ saving: _saving, pending: _pending, ...others }: CollaborationView) =>
    JSON.stringify(others)
  return isCalm && rest(before) === rest(after)
}

function applyKept(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.applyUpdate(doc, update)
  } catch {
    // A piece this device has kept badly must not keep the rest from being read.
  }
}

function othersIn({ awareness, document }: HocuspocusProvider): CoEditor[] {
  const found = new Map<string, CoEditor>()
  for (const [client, state] of awareness?.getStates() ?? []) {
    const { name, colour } = (state.user ?? {}) as User
    if (client !== document.clientID && name && !found.has(name))
      found.set(name, { name, colour: colour ?? 0 })
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, 'de'))
}
