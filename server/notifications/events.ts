import { event } from '#server/platform/bus.ts'

/** The bells of these persons have changed. */
export const bellChanged = event<{ personIds: string[] }>('notifications.bell-changed')
