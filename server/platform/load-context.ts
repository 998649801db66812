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
}

declare module '@remix-run/node' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AppLoadContext extends LoadContext {}
}
