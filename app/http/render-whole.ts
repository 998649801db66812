import { Writable } from 'node:stream'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'

type How = { nonce?: string; giveUpAfter: number }

/** All of a page as bytes of UTF-8, when everything of it is there; `giveUpAfter` in ms. */
export function renderWhole(page: ReactElement, { nonce, giveUpAfter }: How): Promise<Buffer> {
  let patience: ReturnType<typeof setTimeout>
  return new Promise<Buffer>((resolve, reject) => {
    const pieces: Buffer[] = []
    const sink = new Writable({
      write(piece: Buffer, _encoding, done) {
        // React uses its buffer again after this call.
        pieces.push(Buffer.from(withoutRest(piece)))
        done()
      },
      final(done) {
        resolve(Buffer.concat(pieces))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => pipe(sink),
      onShellError: reject,
      onError: reject,
    })
    patience = setTimeout(abort, giveUpAfter)
  }).finally(() => clearTimeout(patience))
}

/**
 * React 18 writes its whole buffer when a letter of several bytes no longer fits into it: what was left free arrives as
 * zeros, a sign that no text holds, and browsers show a question mark. React 19 does not.
 */
function withoutRest(piece: Buffer): Buffer {
  let end = piece.length
  while (end > 0 && piece[end - 1] === 0) end -= 1
  return piece.subarray(0, end)
}
