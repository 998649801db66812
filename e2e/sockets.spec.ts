import type { Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { type DemoPerson, expect, ORIGIN, test } from './test.ts'

const opened: Socket[] = []
test.afterEach(() => {
  for (const socket of opened.splice(0)) socket.disconnect()
})

/** A live line as no browser would open it. @returns the socket, or the reason it was refused */
function call(headers: Record<string, string>): Promise<Socket | string> {
  const socket = io(ORIGIN, {
    path: '/rt',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: headers,
  })
  opened.push(socket)
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', (error) => resolve(error.message))
  })
}

test('without a session, or from elsewhere, nobody gets a live line', async ({ sessionOf }) => {
  const [cookie] = await sessionOf('meike.thomas')
  const session = `${cookie?.name}=${cookie?.value}`
  const strangers: Record<string, string>[] = [
    {},
    { origin: ORIGIN },
    { origin: ORIGIN, cookie: 'session=made-up' },
    { origin: ORIGIN, cookie: `session=${'A'.repeat(43)}` },
    { cookie: session },
    { origin: 'null', cookie: session },
    { origin: 'https://evil.example', cookie: session },
    { origin: ORIGIN.replace('http:', 'https:'), cookie: session },
    { origin: `${ORIGIN}.evil.example`, cookie: session },
  ]
  for (const headers of strangers)
    expect(typeof (await call(headers)), JSON.stringify(headers)).toBe('string')
  expect(typeof (await call({ origin: ORIGIN, cookie: session }))).toBe('object')
})

async function lineOf(
  sessionOf: (person: DemoPerson) => Promise<{ name: string; value: string }[]>,
  person: DemoPerson,
): Promise<Socket> {
  const [cookie] = await sessionOf(person)
  const line = await call({ origin: ORIGIN, cookie: `${cookie?.name}=${cookie?.value}` })
  if (typeof line === 'string') throw new Error(line)
  return line
}

const ODD: unknown[] = [
  undefined,
  null,
  0,
  'topic',
  [],
  {},
  { kind: 'topic' },
  { kind: 'topic', id: 1 },
  { kind: 'topic', id: '../..' },
  { kind: 'topic', id: '00000000-0000-4000-8000-000000000000' },
  { kind: 'person', id: '00000000-0000-4000-8000-000000000000' },
  { kind: 'session', id: '00000000-0000-4000-8000-000000000000' },
  { kind: '__proto__', id: '00000000-0000-4000-8000-000000000000' },
  { kind: 'constructor', id: '00000000-0000-4000-8000-000000000000' },
  { kind: 'topic', id: '00000000-0000-4000-8000-000000000000', extra: true },
  { kind: 'topic', id: '00000000-0000-4000-8000-000000000000', age: -1 },
  { kind: 'topic', id: '00000000-0000-4000-8000-000000000000', age: '1' },
  { kind: 'x'.repeat(5_000), id: 'y'.repeat(5_000) },
]

test('odd messages are answered with no, and unknown events with nothing', async ({
  sessionOf,
  request,
}) => {
  const line = await lineOf(sessionOf, 'orhan.demir')
  for (const payload of ODD)
    expect(await line.timeout(3_000).emitWithAck('join', payload), JSON.stringify(payload)).toEqual(
      {
        ok: false,
      },
    )
  line.emit('news', { kind: 'topic', id: 'x', what: 'made up' })
  line.emit('all', 'x')
  expect(line.connected).toBe(true)
  expect((await request.get('/healthz')).status()).toBe(200)
})

const BROKEN = [
  '',
  'x',
  '9',
  '4',
  '42',
  '42[',
  '42["join"',
  '4{"a":',
  '451-["x"]',
  '4"',
  '42[1,2,3]',
  '40{',
  '\u0000',
  '6'.repeat(1_000),
]

test("broken packets end their own line and nobody else's", async ({ sessionOf, request }) => {
  const other = await lineOf(sessionOf, 'meike.thomas')
  for (const packet of BROKEN) {
    const line = await lineOf(sessionOf, 'orhan.demir')
    line.io.engine.write(packet)
    await new Promise((resolve) => setTimeout(resolve, 30))
    line.disconnect()
  }
  expect(other.connected).toBe(true)
  expect((await request.get('/readyz')).status()).toBe(200)
})

test('a flood ends the line that sends it', async ({ sessionOf, request }) => {
  const line = await lineOf(sessionOf, 'orhan.demir')
  const gone = new Promise((resolve) => line.once('disconnect', resolve))
  for (let count = 0; count < 300; count += 1)
    line.emit('typing', { kind: 'topic', id: '00000000-0000-4000-8000-000000000000' })
  await gone
  expect((await request.get('/healthz')).status()).toBe(200)
})

/** How often the server has said welcome on the line of this tab. */
function welcomes(page: Page): () => number {
  let count = 0
  page.on('websocket', (line) =>
    line.on('framereceived', ({ payload }) => {
      if (String(payload).startsWith('40')) count += 1
    }),
  )
  return () => count
}

test('a tab is hung up on when rights change elsewhere, comes back and hears what is new', async ({
  as,
}) => {
  // Two people sign in, and one tab waits to be called back.
  test.slow()
  const [here, there, nadja] = [
    await as('lukas.sommer'),
    await as('lukas.sommer'),
    await as('nadja.petrovic'),
  ]
  const welcomed = welcomes(here)
  const patience = { timeout: 20_000 }
  await here.goto('/ideen/4-hoerbuecher')
  await expect.poll(welcomed, patience).toBe(1)
  await there.goto('/plg/schreiben-mit-ki-werkzeugen')
  await there.getByRole('button', { name: 'Beitreten' }).click()
  await expect(there.locator('output')).toContainText('Sie sind jetzt Mitglied.')
  await expect.poll(welcomed, patience).toBe(2)
  await nadja.goto('/ideen/4-hoerbuecher')
  await nadja.getByLabel('Ihre Notiz').fill('Mit Kopfhörern.')
  await nadja.getByRole('button', { name: 'Ich mache mit' }).click()
  await expect(here.getByText('Mit Kopfhörern.')).toBeVisible(patience)
  await nadja.getByRole('button', { name: 'Nicht mehr mitmachen' }).click()
  await expect(here.getByText('Mit Kopfhörern.')).toBeHidden(patience)
  await there.goto('/plg/schreiben-mit-ki-werkzeugen/mitglieder')
  await there.getByRole('button', { name: 'PLG verlassen' }).click()
  await expect(there.locator('output')).toContainText('Sie haben die PLG verlassen.')
})

test('what happened between the loading of a page and its listening is shown all the same', async ({
  as,
}) => {
  const [early, nadja] = [await as('lukas.sommer'), await as('nadja.petrovic')]
  let release = () => {}
  const released = new Promise<void>((resolve) => (release = resolve))
  await early.routeWebSocket(/\/rt/, async (line) => {
    await released
    line.connectToServer()
  })
  const idea = '/ideen/4-hoerbuecher'
  await early.goto(idea)
  await nadja.goto(idea)
  await nadja.getByLabel('Ihre Notiz').fill('Mit Kapiteln.')
  await nadja.getByRole('button', { name: 'Ich mache mit' }).click()
  await expect(nadja.getByRole('button', { name: 'Nicht mehr mitmachen' })).toBeVisible()
  await expect(early.getByText('Mit Kapiteln.')).toHaveCount(0)
  release()
  await expect(early.getByText('Mit Kapiteln.')).toBeVisible({ timeout: 20_000 })
  await nadja.getByRole('button', { name: 'Nicht mehr mitmachen' }).click()
  await expect(early.getByText('Mit Kapiteln.')).toBeHidden({ timeout: 20_000 })
})
