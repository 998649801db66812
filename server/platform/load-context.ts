import type { Request, Response } from 'express'

/** What the front door hands to every loader and action of one request. */
export type LoadContext = {
  /** For the Content-Security-Policy: new for every answer. */
  nonce: string
  /** Shown on error pages and written into the log. */
  requestId: string
  /** IPv4 address or IPv6 /64 the request came from. */
  network: string
  /** How the browser likes its answers compressed. */
  encoding: 'br' | 'gzip' | 'identity'
  /** Settles when what was written is on its way, or nobody waits for it any more: for answers that are streams. */
  drained: () => Promise<void>
  /** A whole page is asked for, not only its data. */
  isPage: boolean
  /** Texts that stand in the page once and not in its data, too (app/http/hold.ts). */
  held: string[]
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends LoadContext {}
}

export function encodingFor(request: Request): LoadContext['encoding'] {
  const liked = request.acceptsEncodings('br', 'gzip', 'identity')
  return liked === 'br' || liked === 'gzip' ? liked : 'identity'
}

export function drained(response: Response): Promise<void> {
  if (!response.writableNeedDrain || response.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done)
      response.off('close', done)
      resolve()
    }
    response.on('drain', done)
    response.on('close', done)
  })
}
