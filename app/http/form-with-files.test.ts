import '#db/testing.ts'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppLoadContext, redirect } from '@remix-run/node'
import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import type { Room } from '#server/files/contract.ts'
import { settings } from '#server/platform/env.ts'
import { NotFound, Refusal } from '#server/platform/errors.ts'
import { forms, intent, visitorForm } from './page.ts'

const context = { requestId: 'ABCD1234', network: '::1' } as AppLoadContext
vi.mock('#server/auth/find-actor.ts', () => ({ findActor: () => Promise.resolve(null) }))

const ROOM: Room = { files: 2, bytes: 1000, tooMany: 'Zu viele.', tooLarge: 'Zu groß.' }
const schema = z.strictObject({ answer: z.string('Bitte antworten Sie.') })
let room: Room | null
let who: string
const taken = vi.fn<(texts: string[]) => void>()

const action = visitorForm(
  schema,
  ({ files, input }) => {
    taken(files.map(({ incoming }) => readFileSync(incoming.path, 'utf8')))
    if (input.answer === 'abgelaufen') throw new Refusal('Dieser Link ist abgelaufen.')
    return Promise.resolve(redirect('/danke'))
  },
  { admit: () => (who === '' ? Promise.reject(new NotFound()) : Promise.resolve({ who, room })) },
)

beforeEach(() => {
  ;[room, who] = [ROOM, randomUUID()]
  taken.mockClear()
})

function form(fields: Record<string, string>, ...files: [name: string, text: string][]) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  for (const [name, text] of files) body.append('file', new Blob([text]), name)
  return body
}
const send = (body: BodyInit, headers: Record<string, string> = {}) => {
  const request = new Request('http://localhost:3000/anbieter/x', { method: 'POST', body, headers })
  return Promise.resolve(action({ request, params: {}, context })).catch((error: unknown) => error)
}
const left = () => {
  const folder = join(settings().dataDir, 'incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}
const ANSWER = { answer: 'In Frankfurt.' }
type Told = { data: { initialValue?: object; error?: object }; init: { status: number } }

test('files lie on the disk while the work is done, and are gone afterwards', async () => {
  const answer = await send(form(ANSWER, ['a.pdf', 'eins'], ['b.pdf', 'zwei']))
  expect((answer as Response).status).toBe(302)
  expect(taken).toHaveBeenCalledWith(['eins', 'zwei'])
  expect(left()).toEqual([])
})

test('without a file, and without any parts, it is a form like others', async () => {
  // A browser sends a file without a name where none was chosen.
  const parts = ['name="answer"\r\n\r\nx', 'name="file"; filename=""\r\n\r\n']
  const body = parts.map((part) => `--x\r\nContent-Disposition: form-data; ${part}\r\n`).join('')
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(((await send(`${body}--x--\r\n`, type)) as Response).status).toBe(302)
  expect(((await send(new URLSearchParams(ANSWER))) as Response).status).toBe(302)
  expect(taken.mock.calls).toEqual([[[]], [[]]])
})

test.each<[string, [string, string][], string]>([
  ['one that is too large', [['a.pdf', 'x'.repeat(1001)]], 'Zu groß.'],
  [
    'two that are too large together',
    [
      ['a.pdf', 'x'.repeat(600)],
      ['b.pdf', 'x'.repeat(600)],
    ],
    'Zu groß.',
  ],
  [
    'more than there is room for',
    [
      ['a', 'x'],
      ['b', 'x'],
      ['c', 'x'],
    ],
    'Zu viele.',
  ],
  ['far more', Array.from({ length: 60 }, () => ['a', 'x']), 'Zu viele.'],
])('%s: refused beside the field, and what was typed stays', async (_what, files, sentence) => {
  const { data, init } = (await send(form(ANSWER, ...files))) as Told
  expect(init.status).toBe(422)
  expect(data).toMatchObject({ initialValue: ANSWER, error: { file: [sentence] } })
  expect(taken).not.toHaveBeenCalled()
  expect(left()).toEqual([])
})

test('where nothing is taken any more what was typed is read all the same, and no byte of a file kept', async () => {
  room = null
  const { data, init } = (await send(form({ answer: 'abgelaufen' }, ['a.pdf', 'x']))) as Told
  expect(init.status).toBe(422)
  expect(data).toMatchObject({ initialValue: { answer: 'abgelaufen' } })
  expect(taken).toHaveBeenCalledWith([])
  expect(left()).toEqual([])
})

test('of what nobody let in nothing is read', async () => {
  who = ''
  const pulled = vi.fn()
  const body = new ReadableStream({ pull: pulled }, { highWaterMark: 0 })
  const request = new Request('http://localhost:3000/anbieter/x', {
    ...{ method: 'POST', body, duplex: 'half' as const },
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  })
  const refused: unknown = await action({ request, params: {}, context }).catch((e: unknown) => e)
  expect((refused as Told).init.status).toBe(404)
  expect(pulled).not.toHaveBeenCalled()
})

test('of somebody whose session has ended the words are kept for them, and no byte of a file', async () => {
  const run = vi.fn(() => Promise.resolve(redirect('/danke')))
  const signed = forms({ evidence: intent(schema, run) }, { room: ROOM })
  const body = form({ ...ANSWER, intent: 'evidence' }, ['a.pdf', 'x'])
  const request = new Request('http://localhost:3000/pruefstelle/1', { method: 'POST', body })
  const refused: unknown = await signed({ request, params: {}, context }).catch((e: unknown) => e)
  expect(refused).toMatchObject({ init: { status: 401 } })
  expect((refused as { data: { typed: string[][] } }).data.typed).toContainEqual([
    'answer',
    'In Frankfurt.',
  ])
  expect(run).not.toHaveBeenCalled()
  expect(left()).toEqual([])
})

test('too often at one link: it is said, and what was typed stays', async () => {
  const results = []
  for (let time = 0; time < 31; time++) results.push(await send(form(ANSWER, ['a.pdf', 'x'])))
  const { data, init } = results.at(-1) as Told
  expect(init.status).toBe(429)
  expect(data).toMatchObject({ initialValue: ANSWER })
  expect(taken).toHaveBeenCalledTimes(30)
})

test('a form without a file counts as no upload', async () => {
  const small = { 'content-length': '500' }
  for (let time = 0; time < 31; time++)
    expect(((await send(form(ANSWER), small)) as Response).status).toBe(302)
})

test.each(['many fields', 'an odd name', 'a long text', 'cut off'])('%s: no form', async (what) => {
  const bodies: Record<string, () => BodyInit> = {
    'many fields': () =>
      form(Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`a${i}`, 'x']))),
    'an odd name': () => form({ 'a[1]': 'x' }),
    'a long text': () => form({ answer: 'x'.repeat(300_000) }),
    'cut off': () => '--x\r\ncontent-disposition: form-data; name="answer"\r\n\r\nIn Frank',
  }
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  const refused = await send(bodies[what]?.() ?? '', what === 'cut off' ? type : {})
  expect((refused as Told).init.status).toBe(400)
  expect(left()).toEqual([])
})
