import { event } from '#server/platform/bus.ts'

/** Sessions that no longer stand: their open sockets must go. */
export const sessionsEnded = event<{ sessionIds: string[] }>('auth.sessions-ended')

/** What a person may do has changed: open sockets are closed and judged anew when they come back. */
export const rightsChanged = event<{ personIds: string[] }>('auth.rights-changed')
