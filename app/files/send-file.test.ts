import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { freshKey, NotSent, refusedEarly, sendFile } from './send-file.ts'

type Answer = { status: number; text: string } | 'lost' | 'silent'

/** A browser's request that is answered as the test says. */
class FakeRequest {
  static answers: Answer[] = []
  static sent: FormData[] = []
  status = 0
  responseText = ''
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  onloadend?: () => void
  open() {}
  setRequestHeader() {}
  abort() {
    this.onabort?.()
  }
  send(form: FormData) {
    FakeRequest.sent.push(form)
    this.upload.onprogress?.({ loaded: 5, total: 10 })
    const answer = FakeRequest.answers.shift() ?? 'lost'
    if (answer === 'silent') return
    queueMicrotask(() => {
      if (answer === 'lost') return this.onerror?.()
      this.status = answer.status
      this.responseText = answer.text
      this.onload?.()
    })
  }
}

beforeEach(() => {
  FakeRequest.sent = []
  vi.stubGlobal('XMLHttpRequest', FakeRequest)
})
afterEach(() => vi.unstubAllGlobals())

const json = (status: number, body: unknown): Answer => ({ status, text: JSON.stringify(body) })
const sending = (more = {}) => ({
  to: { thingKind: 'document', thingId: 'd' },
  file: new File(['x'], 'a.pdf', { type: 'application/pdf' }),
  clientKey: 'k',
  ...more,
})
const sent = (answers: Answer[], more = {}) => {
  FakeRequest.answers = answers
  return sendFile(sending(more), [1, 1])
}

test('sends the fields and the file, and says how far it is', async () => {
  const shares: number[] = []
  const onProgress = (share: number) => shares.push(share)
  const done = await sent([json(200, { id: 'f' })], { onProgress, children: 'none' })
  expect(done).toEqual({ id: 'f' })
  expect(shares).toEqual([0.5])
  expect([...(FakeRequest.sent[0]?.keys() ?? [])]).toEqual([
    'thingKind',
    'thingId',
    'clientKey',
    'children',
    'file',
  ])
})

test('tries again by itself with the same key where the line or the server is away', async () => {
  await sent(['lost', { status: 503, text: '<!doctype html>' }, json(200, { id: 'f' })])
  expect(FakeRequest.sent.map((form) => form.get('clientKey'))).toEqual(['k', 'k', 'k'])
})

test('gives up after the third time, and then may be tried by hand', async () => {
  const failed = await sent(['lost', 'lost', 'lost']).catch((error: unknown) => error)
  expect(failed).toMatchObject({ why: 'trouble' })
  expect(FakeRequest.sent).toHaveLength(3)
})

test.each<[Answer, object]>([
  [json(422, { message: 'Nein.', field: 'children' }), { message: 'Nein.', field: 'children' }],
  [json(401, { message: 'x' }), { why: 'signed-out' }],
  [json(429, { message: 'Bitte in 2 Minuten erneut.' }), { message: 'Bitte in 2 Minuten erneut.' }],
  [
    { status: 413, text: '<!doctype html>' },
    { why: 'refused', field: 'file' },
  ],
  [json(404, { message: 'Gibt es nicht.' }), { why: 'refused' }],
])('is not repeated after %j', async (answer, reason) => {
  const failed = await sent([answer]).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(NotSent)
  expect(failed).toMatchObject(reason)
  expect(FakeRequest.sent).toHaveLength(1)
})

test('can be broken off', async () => {
  const stop = new AbortController()
  const running = sent(['silent'], { signal: stop.signal })
  stop.abort()
  await expect(running).rejects.toMatchObject({ why: 'aborted' })
})

test.each([
  ['a.pdf', 26 * 1024 * 1024, '', '25 MB'],
  ['a.pdf', 0, '', 'leer'],
  ['IMG_1.HEIC', 10, 'image/heic', 'Maximale Kompatibilität'],
  ['a.DOC', 10, '', '.docx'],
  ['a.xlsm', 10, '', 'Makros'],
])('%s is refused before it travels', async (name, size, type, words) => {
  expect(refusedEarly({ name, size, type })).toContain(words)
  if (size === 0)
    await expect(sent([], { file: new File([], name) })).rejects.toMatchObject({ field: 'file' })
  expect(FakeRequest.sent).toHaveLength(0)
})

test('what may be fine travels', () => {
  // A photo that the iPad has already made a JPEG keeps its old name.
  expect(refusedEarly({ name: 'IMG_1.HEIC', size: 10, type: 'image/jpeg' })).toBeUndefined()
  expect(refusedEarly({ name: 'ohne-endung', size: 10, type: '' })).toBeUndefined()
})

test('keys are UUIDs and never the same', () => {
  const keys = Array.from({ length: 100 }, freshKey)
  expect(new Set(keys).size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/)
})
