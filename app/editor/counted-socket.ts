import type { Ledger, Sent } from './ledger.ts'

/** Frames of Hocuspocus: length and name of the document, kind of the message, kind of the sync. */
const SYNC = 0
const SYNC_STATUS = 8
const SYNC_KINDS: (Sent | undefined)[] = [undefined, 'answer', 'piece']

const bodyOf = (frame: Uint8Array) => frame.subarray(1 + (frame[0] ?? 0))

/** What of the text a frame carries to the server. */
export function sentIn(frame: unknown): Sent | undefined {
  if (!(frame instanceof Uint8Array)) return undefined
  const [kind, sync = 0] = bodyOf(frame)
  return kind === SYNC ? SYNC_KINDS[sync] : undefined
}

/** Does the server acknowledge something here, and has it kept it? */
export function statusIn(frame: unknown): boolean | undefined {
  if (!(frame instanceof ArrayBuffer)) return undefined
  const [kind, isKept] = bodyOf(new Uint8Array(frame))
  return kind === SYNC_STATUS ? isKept === 1 : undefined
}

/** The browser's WebSocket, with a ledger of what leaves it and what is acknowledged. */
export function countedSocket(ledger: Ledger): typeof WebSocket {
  return class CountedSocket extends WebSocket {
    #line = ledger.line()

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const isKept = statusIn(data)
        if (isKept !== undefined) this.#line.acknowledged(isKept)
      })
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const what = sentIn(data)
      if (what === undefined || this.#line.sends(what)) super.send(data)
    }
  }
}
