import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { mergeUpdates } from 'yjs'
import { forgetDraft, keepDraft, newClientKey, readDraft } from '#app/ui/drafts.ts'

/**
 * Changes the server has not acknowledged, on this device: each person has a database of their own, because
 * school devices have many users. A base is the whole text as it was when the line was cut; with it the changes
 * can be shown before the line is back.
 */
type Kept = {
  changes: { key: number; value: { documentId: string; update: Uint8Array }; indexes: ByDocument }
  bases: { key: string; value: Uint8Array }
}
type ByDocument = { document: string }
type Schema = DBSchema & Kept
type Waiting = { number: number; update: Uint8Array }

/** app/ui/drafts.ts knows this name too: signing out wipes it. */
const databaseOf = (personId: string) => `entwurf:${personId}`

/** While the line works most changes are acknowledged before this, and need not be written at all. */
const PATIENCE = 150

/** Never fails: where a device keeps nothing (private browsing, full) `isWorking` says so. */
export async function openLocalCopy(personId: string, documentId: string) {
  const place = `dokument:${documentId}`
  let database = await open(personId, () => {
    database = undefined
  })
  /** Not in the database yet: those that wait, and those that are just being written. */
  let waiting: Waiting[] = []
  let unwritten: Waiting[] = []
  let written: { key: number; upTo: number }[] = []
  let hasBase = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let work = Promise.resolve()
  let isMarked = false

  /** One thing after another; the first failure is the last try. */
  const queue = (task: (open: IDBPDatabase<Schema>) => Promise<void>) => {
    work = work.then(async () => {
      try {
        if (database) await task(database)
      } catch {
        database?.close()
        database = undefined
      }
    })
    return work
  }
  const mark = () => {
    const shouldBe = written.length > 0
    if (shouldBe === isMarked) return
    isMarked = shouldBe
    if (shouldBe) keepMark(personId, place)
    else forgetDraft(personId, place)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return work
    const [bundle, upTo] = [waiting, waiting.at(-1)?.number ?? 0]
    waiting = []
    return queue(async (open) => {
      const key = await open.add('changes', { documentId, update: merged(bundle) })
      written.push({ key, upTo })
      unwritten = unwritten.filter(({ number }) => number > upTo)
      mark()
    })
  }

  return {
    isWorking: () => database !== undefined,
    /** What an earlier page has left here. Its changes are from now on this page's; `numbered` gives them numbers. */
    async read(numbered: () => number): Promise<{ base?: Uint8Array; updates: Uint8Array[] }> {
      let base: Uint8Array | undefined
      const updates: Uint8Array[] = []
      const rest = restIn(personId, place)
      isMarked = rest !== undefined
      await queue(async (open) => {
        base = await open.get('bases', documentId)
        hasBase = base !== undefined
        const keys = await open.getAllKeysFromIndex('changes', 'document', documentId)
        for (const key of keys) {
          const found = await open.get('changes', key)
          if (!found) continue
          updates.push(found.update)
          written.push({ key, upTo: numbered() })
        }
        if (!isMarked) {
          isMarked = written.length === 0
          mark()
        }
      })
      if (rest) {
        updates.push(rest)
        this.keep(numbered(), rest, true)
      }
      return { base, updates }
    },
    keep(number: number, update: Uint8Array, isUrgent: boolean): void {
      waiting.push({ number, update })
      unwritten.push({ number, update })
      if (isUrgent) void flush()
      else timer ??= setTimeout(() => void flush(), PATIENCE)
    },
    /** The page goes. The database may not get to it any more, so the last words go where it takes no waiting. */
    leave(): void {
      void flush()
      if (unwritten.length === 0) return
      isMarked = true
      keepMark(personId, place, merged(unwritten))
    },
    keepBase(state: () => Uint8Array): void {
      if (hasBase) return
      hasBase = true
      void queue(async (open) => void (await open.put('bases', state(), documentId)))
    },
    /** The server holds everything up to this number. */
    forget(upTo: number, isAll: boolean): void {
      waiting = waiting.filter(({ number }) => number > upTo)
      unwritten = unwritten.filter(({ number }) => number > upTo)
      if (isAll && !database) forgetDraft(personId, place)
      void queue(async (open) => {
        const gone = written.filter((one) => one.upTo <= upTo)
        written = written.filter((one) => one.upTo > upTo)
        if (gone.length > 0) {
          const { store, done } = open.transaction('changes', 'readwrite')
          await Promise.all([...gone.map(({ key }) => store.delete(key)), done])
        }
        if (isAll && hasBase) {
          hasBase = false
          await open.delete('bases', documentId)
        }
        mark()
      })
    },
    /** The text of others goes from this device; one's own words stay until they are acknowledged. */
    forgetBase(): void {
      hasBase = true
      void queue((open) => open.delete('bases', documentId))
    },
    close(): void {
      this.leave()
      void queue((open) => Promise.resolve(open.close()))
    },
  }
}

const merged = (changes: Waiting[]) => mergeUpdates(changes.map(({ update }) => update))

/** Counts as a draft where drafts are counted; `rest` is what the database did not get in time. */
function keepMark(personId: string, place: string, rest?: Uint8Array): void {
  const fields: Record<string, string> = rest ? { rest: asText(rest) } : {}
  keepDraft(personId, place, { fields, clientKey: newClientKey(), at: Date.now() })
}

function restIn(personId: string, place: string): Uint8Array | undefined {
  const rest = readDraft(personId, place)?.fields.rest
  return rest === undefined ? undefined : asBytes(rest)
}

const asText = (bytes: Uint8Array) =>
  btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''))
const asBytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

async function open(personId: string, whenGone: () => void) {
  try {
    const database = await openDB<Schema>(databaseOf(personId), 1, {
      upgrade(fresh) {
        const changes = fresh.createObjectStore('changes', { autoIncrement: true })
        changes.createIndex('document', 'documentId')
        fresh.createObjectStore('bases')
      },
      // Signing out, in this tab or another, wipes the database; an open one would stand in the way.
      blocking(_current, _wanted, event) {
        ;(event.target as IDBDatabase).close()
        whenGone()
      },
      terminated: whenGone,
    })
    return database as IDBPDatabase<Schema> | undefined
  } catch {
    return undefined
  }
}
