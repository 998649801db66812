import '#db/testing.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AppLoadContext } from '@remix-run/node'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { anActor } from '#db/factories/person.ts'
import type { Actor } from '#server/auth/actor.ts'
import { settings } from '#server/platform/env.ts'
import { Busy, Forbidden, NotFound, Refusal } from '#server/platform/errors.ts'
import { log } from '#server/platform/log.ts'
import { resource, upload } from './resource.ts'

log.level = 'silent'
const asking = vi.hoisted<{ actor: Actor | null }>(() => ({ actor: null }))
vi.mock('#server/auth/find-actor.ts', () => ({ findActor: () => Promise.resolve(asking.actor) }))

const ORIGIN = 'http://localhost:3000'
const context = { requestId: 'ABCD1234' } as AppLoadContext
const run = vi.fn((_taken: { input: { back?: string }; file: { name: string } | null }) =>
  Promise.resolve({ json: { id: 'f' }, sentence: 'Ist da.' }),
)
const schema = z.strictObject({ back: z.string().optional(), word: z.string('Bitte ein Wort.') })
const action = upload(schema, run)

beforeEach(async () => {
  asking.actor = await anActor()
  run.mockClear()
})

type Given = { fields?: Record<string, string>; file?: Uint8Array<ArrayBuffer>; json?: boolean }
function form({ fields = { word: 'x' }, file, json = true }: Given = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (file) body.set('file', new Blob([file]), 'plan.pdf')
  return send(body, json ? { accept: 'application/json' } : {})
}
function send(body: BodyInit, headers: Record<string, string> = {}) {
  const request = new Request(`${ORIGIN}/dateien`, { method: 'POST', body, headers })
  return action({ request, params: {}, context })
}
const left = () => {
  try {
    return readdirSync(join(settings().dataDir, 'incoming'))
  } catch {
    return []
  }
}
const bytes = new Uint8Array(1000)

describe('a script that sends a file', () => {
  test('gets facts, and nothing is left lying about', async () => {
    const answer = await form({ file: bytes })
    expect([answer.status, await answer.json()]).toEqual([200, { id: 'f' }])
    expect(run.mock.lastCall?.[0].file).toMatchObject({
      name: 'plan.pdf',
      incoming: { bytes: 1000 },
    })
    expect(left()).toEqual([])
  })

  test.each<[Error, number, object]>([
    [new Refusal('Nein.', 'children'), 422, { message: 'Nein.', field: 'children' }],
    [new Forbidden('Nur andere.'), 403, { message: 'Nur andere.' }],
    [new NotFound(), 404, { message: 'Diese Datei gibt es nicht (mehr).' }],
    [new Busy('x'), 503, { id: 'ABCD1234' }],
    [new Error('secret'), 500, { id: 'ABCD1234' }],
  ])('is told about %s', async (error, status, facts) => {
    run.mockRejectedValueOnce(error)
    const answer = await form({ file: bytes })
    expect(answer.status).toBe(status)
    const text = await answer.text()
    expect(JSON.parse(text)).toMatchObject(facts)
    expect(text).not.toContain('secret')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(left()).toEqual([])
  })

  test('is told what is missing in the form', async () => {
    const answer = await form({ fields: { back: '/x' }, file: bytes })
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { message: 'Bitte ein Wort.' },
    ])
    expect(run).not.toHaveBeenCalled()
  })

  test('a file that is too large is refused in words, and gone', async () => {
    const answer = await form({ file: new Uint8Array(25 * 1024 * 1024 + 1) })
    expect([answer.status, await answer.json()]).toMatchObject([422, { field: 'file' }])
    expect([run.mock.calls, left()]).toEqual([[], []])
  })

  test('without a session, nothing is read', async () => {
    asking.actor = null
    const answer = await form({ file: bytes })
    expect(answer.status).toBe(401)
    expect(run).not.toHaveBeenCalled()
  })

  test('after thirty files in ten minutes it waits', async () => {
    for (let file = 0; file < 30; file++) expect((await form()).status).toBe(200)
    const answer = await form()
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('of one person four travel at once', async () => {
    const ends: (() => void)[] = []
    const slow = Array.from({ length: 4 }, () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => void ends.push(() => controller.close()),
      })
      const headers = { 'content-type': 'multipart/form-data; boundary=b' }
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        body,
        headers,
        duplex: 'half',
      }
      const request = new Request(`${ORIGIN}/dateien`, init)
      return action({ request, params: {}, context })
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect((await form({ file: bytes })).status).toBe(429)
    for (const end of ends) end()
    await Promise.all(slow)
    expect((await form({ file: bytes })).status).toBe(200)
  })
})

describe('a browser without a script', () => {
  test('is led back with a message', async () => {
    const answer = await form({ fields: { word: 'x', back: '/plg/a' }, file: bytes, json: false })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/plg/a'])
    expect(answer.headers.get('set-cookie')).toContain('meldung=')
  })

  test.each(['https://evil.example', '//evil.example', '/\\evil', 'javascript:alert(1)', '/..//x'])(
    'is not led to %s',
    async (back) => {
      for (const fails of [false, true]) {
        if (fails) run.mockRejectedValueOnce(new Refusal('Nein.'))
        const answer = await form({ fields: { word: 'x', back }, json: false })
        expect(answer.headers.get('location')).toBe('/heute')
      }
    },
  )

  test('reads the refusal on the page it came from, or in plain words', async () => {
    run.mockRejectedValue(new Refusal('Nein, <b>nicht</b>.'))
    const back = await form({ fields: { word: 'x', back: '/plg/a' }, json: false })
    expect(back.headers.get('location')).toBe('/plg/a')
    const plain = await form({ json: false })
    expect(plain.status).toBe(422)
    expect(await plain.text()).toContain('Nein, &lt;b>nicht&lt;/b>.')
    run.mockReset().mockResolvedValue({ json: { id: 'f' }, sentence: 'Ist da.' })
  })
})

describe('a body that is no such form', () => {
  const multipart = (body: string) =>
    send(body, { 'content-type': 'multipart/form-data; boundary=b', accept: 'application/json' })
  const part = (disposition: string, content = 'x') =>
    `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
  test.each<[string, string]>([
    ['empty', ''],
    ['cut off', part('name="file"; filename="a"').slice(0, -4)],
    ['two files', `${part('name="file"; filename="a"')}${part('name="file"; filename="b"')}--b--`],
    ['a file of another name', `${part('name="other"; filename="a"')}--b--`],
    ['a nested name', `${part('name="a[0]"')}--b--`],
    ['the name of a prototype', `${part('name="__proto__"')}--b--`],
    [
      'many fields',
      `${Array.from({ length: 21 }, (_, at) => part(`name="f${at}"`)).join('')}--b--`,
    ],
    ['a long field', `${part('name="word"', 'x'.repeat(5_000))}--b--`],
    ['no separator', 'x'.repeat(100_000)],
  ])('%s', async (_what, body) => {
    expect((await multipart(body)).status).toBe(400)
    expect([run.mock.calls, left()]).toEqual([[], []])
  })

  test.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    '%s',
    async (type) => {
      expect((await send('a=b', { 'content-type': type })).status).toBe(400)
    },
  )

  test('a browser that goes away in the middle', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(Buffer.from(part('name="file"; filename="a"')))
        controller.error(new Error('ECONNRESET'))
      },
    })
    const request = new Request(`${ORIGIN}/dateien`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      duplex: 'half',
    })
    const answer = await action({ request, params: {}, context })
    expect([answer.status, left()]).toEqual([400, []])
  })
})

describe('an address that is bytes', () => {
  const ask = (load: () => Promise<Response>) => {
    const request = new Request(`${ORIGIN}/dateien/f?breite=480`)
    return resource(load)({ request, params: {}, context })
  }
  test('asks to sign in, and leads back', async () => {
    asking.actor = null
    const answer = await ask(() => Promise.reject(new Error('never')))
    expect(answer.headers.get('location')).toBe('/anmelden?weiter=%2Fdateien%2Ff%3Fbreite%3D480')
  })

  test.each<[Error, number, string]>([
    [new NotFound(), 404, 'gibt es nicht'],
    [new Busy('away'), 503, 'nicht erreichbar'],
    [new Error('secret'), 500, 'Kennung ABCD1234'],
    [Object.assign(new Error('x'), { code: '22P02' }), 404, 'gibt es nicht'],
  ])('answers %s in plain words', async (error, status, words) => {
    const answer = await ask(() => Promise.reject(error))
    expect(answer.status).toBe(status)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(text).toContain(words)
    expect(text).not.toContain('secret')
  })
})
