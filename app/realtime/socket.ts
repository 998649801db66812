import type { Socket } from 'socket.io-client'

let line: Promise<Socket> | undefined

/** The one live connection of this tab. The library is loaded only when somebody wants to listen. */
export function liveLine(): Promise<Socket> {
  return (line ??= import('socket.io-client').then(({ io }) =>
    io({
      path: '/rt',
      transports: ['websocket'],
      reconnectionDelay: 1_000,
      reconnectionDelayMax: 20_000,
      randomizationFactor: 0.5,
    }),
  ))
}

/** Ends the connection, e.g. when somebody else signs in on this tab. */
export function hangUp(): void {
  void line?.then((socket) => socket.disconnect())
  line = undefined
}

/** Runs when the page has nothing better to do: the text is readable first. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const id = window.requestIdleCallback(work, { timeout: 2_000 })
    return () => window.cancelIdleCallback(id)
  }
  const id = setTimeout(work, 300)
  return () => clearTimeout(id)
}
