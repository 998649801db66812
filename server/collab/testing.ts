import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Actor } from '#server/auth/actor.ts'
import { startSession } from '#server/auth/session.ts'
import { FRAGMENT } from '#server/rich-text/contract.ts'
import { attachCollab } from './attach.ts'
import { COLLAB_PATH, documentName } from './contract.ts'
import { acknowledgedIn, KIND, readFrame, SYNC } from './frames.ts'

// For tests: a server of documents on a port of its own, and writers who open them over real sockets.

export type Writer = ReturnType<typeof aWriter>

/** Starts the line for documents alone, on a port that is given or free. */
export async function aCollabServer(wanted = 0) {
  const http = createServer()
  await new Promise<void>((listening) => http.listen(wanted, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo
  const collab = attachCollab(http, { isDev: false })
  return {
    port,
    url: `ws://127.0.0.1:${port}${COLLAB_PATH}`,
    close: async () => {
      await collab.close()
      http.closeAllConnections()
      await new Promise((closed) => http.close(closed))
    },
  }
}

/** The Cookie header of a new session of this person. */
export async function cookieOf({ id, memberships }: Actor): Promise<string> {
  const roles = memberships.map(({ role }) => role)
  const cookie = await startSession({ id, roles }, 'Test')
  return cookie.split(';')[0] ?? ''
}

/** Which changes the server has acknowledged: each answer and each piece is, in the order in which they were sent. */
function countReceipts() {
  let made = 0
  let settled = 0
  return {
    made: () => (made += 1),
    settled: () => settled,
    isSettled: () => settled === made,
    line() {
      const underWay: number[] = []
      let hasAnswered = false
      return {
        // A piece that leaves before the answer says nothing of those before it.
        sent(isAnswer: boolean): void {
          hasAnswered ||= isAnswer
          underWay.push(hasAnswered ? made : 0)
        },
        acknowledged: () => (settled = Math.max(settled, underWay.shift() ?? 0)),
      }
    },
  }
}

const wordsIn = (block: Y.XmlElement | Y.XmlText | Y.XmlHook): string =>
  block instanceof Y.XmlElement
    ? block.toArray().map(wordsIn).join('')
    : block instanceof Y.XmlText
      ? block.toJSON().replace(/<[^>]+>/g, '')
      : ''

type Wanted = { url: string; cookie: string; documentId: string; origin?: string }

/** Opens a document as a browser does. `say` types a paragraph at the end. */
export function aWriter({ url, cookie, documentId, origin = 'http://localhost:3000' }: Wanted) {
  const receipts = countReceipts()
  class Socket extends WebSocket {
    #line = receipts.line()
    constructor(address: string | URL) {
      super(address, { headers: { cookie, origin } })
      // The provider tells of it as a lost connection; an error nobody hears would end the test.
      this.on('error', () => undefined)
      this.on('message', (data: ArrayBuffer) => {
        if (acknowledgedIn(new Uint8Array(data))) this.#line.acknowledged()
      })
    }
    override send(data: Uint8Array): void {
      const frame = readFrame(data)
      if (frame?.kind === KIND.sync && frame.sync !== SYNC.asks)
        this.#line.sent(frame.sync === SYNC.answers)
      super.send(data)
    }
  }
  const document = new Y.Doc()
  /** What was written here, in the order in which it is acknowledged. */
  const written: Uint8Array[] = []
  document.on('update', (update: Uint8Array, origin) => {
    if (origin === provider) return
    written.push(update)
    receipts.made()
  })
  const websocket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: Socket,
    delay: 100,
    minDelay: 100,
    maxDelay: 300,
    jitter: false,
  })
  const heard: unknown[] = []
  let refused = ''
  const provider = new HocuspocusProvider({
    name: documentName(documentId),
    document,
    websocketProvider: websocket,
    token: 'cookie',
    onStateless: ({ payload }) => heard.push(JSON.parse(payload)),
    onAuthenticationFailed: ({ reason }) => {
      refused = reason
    },
  })
  provider.attach()
  const text = document.getXmlFragment(FRAGMENT)
  return {
    provider,
    websocket,
    document,
    text,
    written,
    heard,
    refused: () => refused,
    isSynced: () => provider.isSynced,
    /** So many of its changes are acknowledged; the provider's own count errs after coming back. */
    acknowledged: receipts.settled,
    isSaved: () => provider.isSynced && receipts.isSettled(),
    say(words: string) {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [new Y.XmlText(words)])
      text.insert(text.length, [paragraph])
    },
    words: () => text.toArray().map(wordsIn),
    close() {
      provider.destroy()
      websocket.destroy()
    },
  }
}
