import { event } from '#server/platform/bus.ts'

/** A file of this thing came, got a new version, went or came back. */
export const filesChanged = event<{ kind: string; id: string }>('files.changed')
