import { remember } from '@epic-web/remember'
import { settings } from './env.ts'
import { diskStorage } from './storage-disk.ts'
import type { Storage } from './storage-kind.ts'
import { s3Storage } from './storage-s3.ts'

const held = remember('storage', () => ({ storage: undefined as Storage | undefined }))

/** Where the bytes of this house lie, by its settings. */
export function storage(): Storage {
  const { s3, dataDir } = settings()
  return (held.storage ??= s3 ? s3Storage(s3) : diskStorage(dataDir))
}

/** For tests: another place, or again the one of the settings. */
export function useStorage(other: Storage | undefined): void {
  held.storage = other
}
