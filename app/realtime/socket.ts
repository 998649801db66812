import type { Socket } from 'socket.io-client'
import { spread } from './use-refresh.ts'

let line: Promise<Socket> | undefined
let comingBack: ReturnType<typeof setTimeout> | undefined
/** Many are hung up on at once when a server stops; they do not all come back in the same moment. */
const SOONEST = 500
const SPREAD = 2_000

/** The one live connection of this tab. The library is loaded only when somebody wants to listen. */
export function liveLine(): Promise<Socket> {
  return (line ??= import('socket.io-client')
    .then(({ io }) =>
      io({
        path: '/rt',
        transports: ['websocket'],
        reconnectionDelay: 1_000,
        reconnectionDelayMax: 20_000,
        randomizationFactor: 0.5,
      }),
    )
    .then(comesBack))
}

/**
 * The server hangs up when the person's rights have changed, to judge them anew, and when it stops. The library takes
 * that for the last word and never calls again; whoever is not welcome any more is told so at the door.
 */
function comesBack(socket: Socket): Socket {
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect') return
    clearTimeout(comingBack)
    comingBack = setTimeout(() => socket.connect(), SOONEST + spread(SPREAD))
  })
  return socket
}

/** Ends the connection, e.g. when somebody else signs in on this tab. */
export function hangUp(): void {
  clearTimeout(comingBack)
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
