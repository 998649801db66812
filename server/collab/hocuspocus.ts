import { Hocuspocus, isTransactionOrigin } from '@hocuspocus/server'
import { isMalformedName } from '#server/platform/errors.ts'
import { log } from '#server/platform/log.ts'
import { signCarets } from './carets.ts'
import { documentIdOf, SYNC } from './frames.ts'
import { collabKind } from './kinds.ts'
import type { Line } from './line.ts'
import { askWhoWrites, shareAwareness } from './nodes.ts'
import {
  type Context,
  fill,
  foldOpen,
  keepCollab,
  lineOf,
  receive,
  Refused,
  runningCollab,
  settled,
} from './open-documents.ts'

/** The server of documents that are written together. One on each node. */
export function createCollab() {
  const collab = new Hocuspocus<Context>({
    quiet: true,
    debounce: 3_000,
    maxDebounce: 30_000,
    timeout: 60_000,
    maxUnauthenticatedQueueSize: 256 * 1024,
    maxUnauthenticatedQueueMessages: 50,
    maxPendingDocuments: 8,

    onAuthenticate: ({ documentName: name, context, connectionConfig }) =>
      admit(name, context.line).then((standing) => {
        connectionConfig.readOnly = standing === 'read'
      }),
    onLoadDocument: async ({ documentName: name, document }) => {
      await fill(name, document)
      askWhoWrites(name)
    },
    connected: ({ connection, context }) => {
      if (!connection) return Promise.resolve()
      context.line.opened(connection)
      // Opened in the very moment in which it left the memory: once more, please.
      const { document } = connection
      if (runningCollab()?.documents.get(document.name) !== document)
        context.line.drop(1012, 'try again')
      return Promise.resolve()
    },
    beforeSync: ({ document, connection, type, payload }) => {
      if (type !== SYNC.asks && !connection.readOnly)
        receive(document, payload, type, lineOf(connection.context))
      return Promise.resolve()
    },
    beforeHandleAwareness: ({ states, document, connection }) => {
      if (connection)
        signCarets(states, lineOf(connection.context), {
          document,
          own: document.getClients(connection) as Set<number>,
        })
      return Promise.resolve()
    },
    onAwarenessUpdate: ({ documentName: name, document, transactionOrigin, ...changed }) => {
      if (!isFromElsewhere(transactionOrigin))
        shareAwareness(name, document, [...changed.added, ...changed.updated, ...changed.removed])
      return Promise.resolve()
    },
    onStoreDocument: ({ document }) => foldOpen(document),
    beforeUnloadDocument: ({ document }) => settled(document),
  })
  keepCollab(collab)
  return collab
}

/** Asks the same right as the page. @throws Refused, which tells the browser to stop trying */
async function admit(name: string, { actor, drop }: Line) {
  const id = documentIdOf(name)
  if (!id) throw new Refused('unknown')
  try {
    const standing = await collabKind().standing(actor, id)
    if (standing === 'none') throw new Refused('permission-denied')
    return standing
  } catch (error) {
    if (error instanceof Refused) throw error
    if (isMalformedName(error)) throw new Refused('unknown')
    // A database that is away says nothing about rights: the browser is to come back.
    log.warn({ err: error }, 'rights in a document could not be asked')
    drop(1013, 'try again later')
    throw new Refused('try again')
  }
}

const isFromElsewhere = (origin: unknown) =>
  isTransactionOrigin(origin) && origin.source === 'local'
