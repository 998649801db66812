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

// For tests: a server of documents on a port of its own, and writers who open them over real sockets.

export type Writer = ReturnType<typeof aWriter>

/** Starts the line for documents alone. `origin` is what its writers say they come from. */
export async function aCollabServer() {
  const http = createServer()
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening))
  const { port } = http.address() as AddressInfo
  const collab = attachCollab(http, { isDev: false })
  return {
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

const wordsIn = (block: Y.XmlElement | Y.XmlText | Y.XmlHook): string =>
  block instanceof Y.XmlElement
    ? block.toArray().map(wordsIn).join('')
    : block instanceof Y.XmlText
      ? block.toJSON().replace(/<[^>]+>/g, '')
      : ''

type Wanted = { url: string; cookie: string; documentId: string; origin?: string }

/** Opens a document as a browser does. `say` types a paragraph at the end. */
export function aWriter({ url, cookie, documentId, origin = 'http://localhost:3000' }: Wanted) {
  class Socket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie, origin } })
      // The provider tells of it as a lost connection; an error nobody hears would end the test.
      this.on('error', () => undefined)
    }
  }
  const document = new Y.Doc()
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
    heard,
    refused: () => refused,
    isSynced: () => provider.isSynced,
    isSaved: () => provider.isSynced && !provider.hasUnsyncedChanges,
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
