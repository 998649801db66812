import { readFile } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import type { S3Settings } from './env.ts'
import { fewAtOnce } from './few-at-once.ts'
import { asKey, type Storage, StorageAway } from './storage-kind.ts'

/** safety.md DG-4: how long a call may take until its answer begins, and how long a large file may travel. */
const PATIENCE = 10_000
const PATIENCE_FOR_A_FILE = 60_000
const AT_ONCE = 20
/** Each holds its file in memory: S3 wants to know the length, and a stream has none. */
const [SENDING, WAITING] = [4, 40]

/** A bucket of any server that speaks S3, by the plain commands that all of them know. */
export function s3Storage({ endpoint, bucket, ...access }: S3Settings): Storage {
  const client = new AwsClient({ ...access, service: 's3', retries: 0 })
  const root = `${endpoint}/${bucket}`
  const inTurn = fewAtOnce(SENDING, WAITING)

  async function call(url: string, init: RequestInit, patience = PATIENCE): Promise<Response> {
    const impatience = new AbortController()
    const timer = setTimeout(() => impatience.abort(), patience)
    try {
      const answer = await client.fetch(url, {
        ...init,
        // A storage that sends us elsewhere could send us anywhere.
        redirect: 'error',
        signal: impatience.signal,
      })
      if (answer.ok || answer.status === 404) return answer
      await answer.body?.cancel()
      throw new Error(`answered ${answer.status}`)
    } catch (error) {
      throw new StorageAway('files: the S3 storage', { cause: error })
    } finally {
      clearTimeout(timer)
    }
  }

  /** By names, not by tokens: the older command, which every server knows. */
  async function listPage(after: string) {
    const query = new URLSearchParams({ marker: after })
    const answer = await call(after ? `${root}?${query}` : root, { method: 'GET' })
    if (!answer.ok) throw new StorageAway('files: the bucket is missing')
    return parseList(await orAway(answer.text()))
  }

  return {
    put: (key, from) =>
      inTurn(async () => {
        const body = 'path' in from ? await readFile(from.path) : from
        const headers = { 'Content-Length': String(body.byteLength) }
        const sent = { method: 'PUT', headers, body: body as Uint8Array<ArrayBuffer> }
        const answer = await call(`${root}/${asKey(key)}`, sent, PATIENCE_FOR_A_FILE)
        await answer.body?.cancel()
        if (!answer.ok) throw new StorageAway('files: the bucket is missing')
      }),

    async get(key, range) {
      const headers = range ? { Range: `bytes=${range.start}-${range.end}` } : undefined
      const answer = await call(`${root}/${asKey(key)}`, { method: 'GET', headers })
      if (!answer.ok || !answer.body) {
        await answer.body?.cancel()
        return undefined
      }
      // A server that does not know ranges sends the whole: better none than wrong bytes.
      if (range && answer.status !== 206) {
        await answer.body.cancel()
        throw new StorageAway('files: the S3 storage knows no ranges')
      }
      return { bytes: wholeSize(answer.headers), stream: answer.body }
    },

    async remove(keys) {
      for (let at = 0; at < keys.length; at += AT_ONCE)
        await Promise.all(
          keys.slice(at, at + AT_ONCE).map(async (key) => {
            const answer = await call(`${root}/${asKey(key)}`, { method: 'DELETE' })
            await answer.body?.cancel()
          }),
        )
    },

    async *list() {
      let after = ''
      for (let goesOn = true; goesOn;) {
        const page = await listPage(after)
        yield page.found
        goesOn = page.goesOn && page.last > after
        after = page.last
      }
    },

    // A bucket shows nothing before it is whole.
    tidy: () => Promise.resolve(0),
  }
}

async function orAway<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new StorageAway('files: the S3 storage', { cause: error })
  }
}

function wholeSize(headers: Headers): number {
  const whole = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1]
  return Number(whole ?? headers.get('content-length') ?? 0)
}

/** Names and times from the answer to a list. Our names need no unescaping; others are none of ours. */
function parseList(xml: string) {
  const found = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].flatMap(([, entry = '']) => {
    const key = /<Key>([^<&]+)<\/Key>/.exec(entry)?.[1]
    const time = /<LastModified>([^<]+)<\/LastModified>/.exec(entry)?.[1]
    return key && time ? [{ key, at: new Date(time) }] : []
  })
  const goesOn = /<IsTruncated>true<\/IsTruncated>/.test(xml)
  return { found, goesOn, last: found.at(-1)?.key ?? '' }
}
