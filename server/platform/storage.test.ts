import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isUnavailable } from './errors.ts'
import { diskStorage } from './storage-disk.ts'
import { type Storage, StorageAway } from './storage-kind.ts'
import { s3Storage } from './storage-s3.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-storage-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ACCESS = {
  region: 'eu-1',
  bucket: 'dateien',
  accessKeyId: 'S3RVER',
  secretAccessKey: 'S3RVER',
}
let s3: { run: () => Promise<AddressInfo>; close: () => Promise<void> }
const storages = {} as Record<'disk' | 's3', Storage>

beforeAll(async () => {
  // A real server that speaks S3; it has no types of its own.
  // @ts-expect-error -- as above
  const { default: S3rver } = (await import('s3rver')) as {
    default: new (options: object) => typeof s3
  }
  s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: ACCESS.bucket }],
  })
  const { port } = await s3.run()
  storages.disk = diskStorage(join(folder, 'data'))
  storages.s3 = s3Storage({ ...ACCESS, endpoint: `http://127.0.0.1:${port}` })
})
afterAll(() => s3.close())

const read = async (stream: ReadableStream<Uint8Array> | undefined) =>
  Buffer.from(await new Response(stream).arrayBuffer())
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function keysIn(storage: Storage): Promise<string[]> {
  const all: string[] = []
  for await (const page of storage.list()) all.push(...page.map(({ key }) => key))
  return all
}

describe.each(['disk', 's3'] as const)('storage on %s', (kind) => {
  test('gives back what was put, whole and in part', async () => {
    const key = randomUUID()
    const bytes = randomBytes(200_000)
    await storages[kind].put(key, bytes)
    const whole = await storages[kind].get(key)
    expect(whole?.bytes).toBe(bytes.length)
    expect(digest(await read(whole?.stream))).toBe(digest(bytes))
    const part = await storages[kind].get(key, { start: 1000, end: 1009 })
    expect(part?.bytes).toBe(bytes.length)
    expect(await read(part?.stream)).toEqual(bytes.subarray(1000, 1010))
  })

  test('takes 25 MB from a file', async () => {
    const key = `${randomUUID()}-480`
    const bytes = randomBytes(25 * 1024 * 1024)
    const path = join(folder, 'large')
    writeFileSync(path, bytes)
    await storages[kind].put(key, { path })
    expect(digest(await read((await storages[kind].get(key))?.stream))).toBe(digest(bytes))
  })

  test('what is put again replaces what was there', async () => {
    const key = randomUUID()
    await storages[kind].put(key, Buffer.from('first'))
    await storages[kind].put(key, Buffer.from('second'))
    expect(String(await read((await storages[kind].get(key))?.stream))).toBe('second')
  })

  test('knows nothing of what was removed or never there', async () => {
    const key = randomUUID()
    await storages[kind].put(key, Buffer.from('x'))
    await storages[kind].remove([key, randomUUID()])
    expect(await storages[kind].get(key)).toBeUndefined()
    expect(await storages[kind].get(randomUUID(), { start: 0, end: 1 })).toBeUndefined()
  })

  test('lists all there is, with the time it was written', async () => {
    const keys = [randomUUID(), `${randomUUID()}-960`]
    const before = Date.now() - 2_000
    for (const key of keys) await storages[kind].put(key, Buffer.from('x'))
    expect(await keysIn(storages[kind])).toEqual(expect.arrayContaining(keys))
    for await (const page of storages[kind].list())
      for (const { key, at } of page)
        if (keys.includes(key)) expect(at.getTime()).toBeGreaterThan(before)
  })

  test.each(['', '../secret', '..', `${randomUUID()}/../x`, 'A'.repeat(36), `${randomUUID()}?x`])(
    'the name %s reaches nothing',
    async (key) => {
      await expect(storages[kind].put(key, Buffer.from('x'))).rejects.toThrow('no key')
      await expect(storages[kind].get(key)).rejects.toThrow('no key')
      await expect(storages[kind].remove([key])).rejects.toThrow('no key')
    },
  )
})

test('a list of more than one page is read to its end', async () => {
  const keys = Array.from({ length: 1005 }, () => randomUUID() as string)
  for (let at = 0; at < keys.length; at += 40)
    await Promise.all(keys.slice(at, at + 40).map((key) => storages.s3.put(key, Buffer.from('x'))))
  expect((await keysIn(storages.s3)).filter((key) => keys.includes(key)).length).toBe(keys.length)
  await storages.s3.remove(keys)
})

test('half-written files on disk have no name and go after a while', async () => {
  const data = join(folder, 'half')
  const storage = diskStorage(data)
  mkdirSync(join(data, 'files', '.unfinished'), { recursive: true })
  const half = join(data, 'files', '.unfinished', randomUUID())
  writeFileSync(half, 'half')
  expect(await keysIn(storage)).toEqual([])
  expect(await storage.tidy(new Date(Date.now() - 60_000))).toBe(0)
  utimesSync(half, 0, 0)
  expect(await storage.tidy(new Date(Date.now() - 60_000))).toBe(1)
  await storage.put(randomUUID(), Buffer.from('x'))
  expect(readdirSync(join(data, 'files', '.unfinished'))).toEqual([])
})

async function allActs(storage: Storage): Promise<unknown[]> {
  const key = randomUUID()
  const acts = [
    storage.put(key, Buffer.from('x')),
    storage.get(key),
    storage.remove([key]),
    keysIn(storage),
  ]
  return (await Promise.allSettled(acts)).map((act) =>
    act.status === 'rejected' ? (act.reason as unknown) : 'no error',
  )
}

describe('a place that is away is 503, nothing else', () => {
  const servers: Server[] = []
  afterAll(() => servers.forEach((server) => server.close()))

  async function answering(status: number, headers: Record<string, string> = {}) {
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(status, headers).end('x'))
    }).listen(0, '127.0.0.1')
    servers.push(server)
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    return s3Storage({ ...ACCESS, endpoint: `http://127.0.0.1:${port}` })
  }

  test.each([
    [
      'nobody listens',
      () => Promise.resolve(s3Storage({ ...ACCESS, endpoint: 'http://127.0.0.1:9' })),
    ],
    ['it fails', () => answering(500)],
    ['it refuses our key', () => answering(403)],
    ['it sends us elsewhere', () => answering(307, { Location: 'http://169.254.169.254/latest' })],
  ])('%s', async (_what, make) => {
    for (const error of await allActs(await make())) {
      expect(error).toBeInstanceOf(StorageAway)
      expect(isUnavailable(error)).toBe(true)
    }
  })

  test('the key is unknown', async () => {
    const { port } = await s3AddressOf()
    const wrong = { ...ACCESS, accessKeyId: 'FREMD', endpoint: `http://127.0.0.1:${port}` }
    for (const error of await allActs(s3Storage(wrong))) expect(error).toBeInstanceOf(StorageAway)
  })

  test('a bucket that does not exist takes nothing', async () => {
    const { port } = await s3AddressOf()
    const storage = s3Storage({ ...ACCESS, bucket: 'fehlt', endpoint: `http://127.0.0.1:${port}` })
    await expect(storage.put(randomUUID(), Buffer.from('x'))).rejects.toThrow(StorageAway)
    await expect(keysIn(storage)).rejects.toThrow(StorageAway)
  })

  test('a disk that cannot be written', async () => {
    const place = join(folder, 'a-file')
    writeFileSync(place, 'x')
    await expect(diskStorage(place).put(randomUUID(), Buffer.from('x'))).rejects.toThrow(
      StorageAway,
    )
  })
})

/** The signature as the description of version 4 has it; the server above knows keys, but reckons no signatures. */
function signatureOf(request: IncomingMessage): string {
  const { headers } = request
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? []
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://s3.example')
  const canonical = [
    request.method,
    pathname,
    [...searchParams].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&'),
    ...names.split(';').map((name) => `${name}:${String(headers[name])}`),
    '',
    names,
    headers['x-amz-content-sha256'],
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, digest(Buffer.from(canonical))]
  const sign = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest()
  const key = scope.split('/').reduce<string | Buffer>(sign, `AWS4${ACCESS.secretAccessKey}`)
  return sign(key, toSign.join('\n')).toString('hex')
}

test('every command is signed with the secret', async () => {
  const seen: { given: string; wanted: string }[] = []
  const server = createServer((request, response) => {
    const given = /Signature=([0-9a-f]+)/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    seen.push({ given, wanted: signatureOf(request) })
    request.resume().on('end', () => response.end('<ListBucketResult/>'))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await allActs(s3Storage({ ...ACCESS, endpoint: `http://127.0.0.1:${port}` }))
  server.close()
  expect(seen).toHaveLength(4)
  for (const { given, wanted } of seen) expect(given).toBe(wanted)
})

const s3AddressOf = () =>
  Promise.resolve((s3 as unknown as { httpServer: Server }).httpServer.address() as AddressInfo)
