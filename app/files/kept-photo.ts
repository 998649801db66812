import { type DBSchema, openDB } from 'idb'
import { photosOf } from '#app/ui/drafts.ts'

/**
 * A photo that the server has not acknowledged, on this device: the line breaks, the tablet is put away, the photo is there
 * again. Each person has a database of their own, because desks have many users; signing out removes it (app/ui/drafts.ts).
 * None of these fails: where a device keeps nothing there is nothing.
 */
type Schema = DBSchema & { photos: { key: string; value: File } }

const open = (personId: string) =>
  openDB<Schema>(photosOf(personId), 1, {
    upgrade: (database) => void database.createObjectStore('photos'),
  })

async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}

export const keepPhoto = (personId: string, place: string, photo: File) =>
  quietly(async () => {
    const database = await open(personId)
    await database.put('photos', photo, place)
    database.close()
  })

export const readPhoto = (personId: string, place: string) =>
  quietly(async () => {
    const database = await open(personId)
    const photo = await database.get('photos', place)
    database.close()
    return photo
  })

export const forgetPhoto = (personId: string, place: string) =>
  quietly(async () => {
    const database = await open(personId)
    await database.delete('photos', place)
    database.close()
  })
