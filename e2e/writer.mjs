// Somebody who writes a document, with the provider that the editor has and books of their own: which of
// their changes the server has acknowledged. The provider's count errs after it came back.
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { WebSocket } from 'ws'
import * as Y from 'yjs'

const FRAGMENT = 'default'
/** Frames of Hocuspocus: length and name of the document, kind of the message, kind of the sync. */
const SYNC = 0
const STATUS = 8
const ASKS = 0
const ANSWERS = 1

/** @param {{ url: string, origin: string, cookie?: string, name: string }} options */
export function aWriter({ url, origin, cookie = '', name }) {
  const books = receipts()
  class Socket extends WebSocket {
    #line = books.line()
    constructor(address) {
      super(address, { headers: { cookie, origin } })
      // The provider hears of it as of a line that ended.
      this.on('error', () => {})
      this.on('message', (data) => {
        const [kind, isKept] = bodyOf(new Uint8Array(data))
        if (kind === STATUS) this.#line.answered(isKept === 1)
      })
    }
    send(data) {
      const [kind, sync] = bodyOf(data)
      if (kind === SYNC && sync !== ASKS) this.#line.sent(sync === ANSWERS)
      super.send(data)
    }
  }
  const document = new Y.Doc()
  document.on('update', (_update, from) => {
    if (from !== provider) books.make()
  })
  const websocket = new HocuspocusProviderWebsocket({
    url,
    WebSocketPolyfill: Socket,
    delay: 100,
    minDelay: 100,
    maxDelay: 400,
    jitter: false,
  })
  let refused = ''
  const provider = new HocuspocusProvider({
    name,
    document,
    websocketProvider: websocket,
    token: 'cookie',
    onAuthenticationFailed: ({ reason }) => (refused = reason),
  })
  provider.attach()
  return {
    document,
    fragment: document.getXmlFragment(FRAGMENT),
    provider,
    websocket,
    refused: () => refused,
    isSynced: () => provider.isSynced,
    isSaved: () => provider.isSynced && books.made() === books.settled(),
    made: books.made,
    settled: books.settled,
    close() {
      provider.destroy()
      websocket.destroy()
    },
  }
}

const bodyOf = (frame) => frame.subarray(1 + frame[0])

/** Every answer and every piece is acknowledged, in the order in which they were sent. */
function receipts() {
  let made = 0
  let settled = 0
  return {
    make: () => made++,
    made: () => made,
    settled: () => settled,
    line() {
      const underWay = []
      let hasAnswered = false
      return {
        /** A piece that leaves before the answer says nothing of those before it. */
        sent(isAnswer) {
          hasAnswered ||= isAnswer
          underWay.push(hasAnswered ? made : 0)
        },
        answered(isKept) {
          const upTo = underWay.shift() ?? 0
          if (isKept) settled = Math.max(settled, upTo)
        },
      }
    },
  }
}
