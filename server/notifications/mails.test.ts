import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { Logger, runOnce } from 'graphile-worker'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { db, pool } from '#db/client.ts'
import { aPerson } from '#db/factories/person.ts'
import { emptyDatabase } from '#db/testing.ts'
import { registerSentences } from '#server/platform/sentences.ts'
import { registerThings } from '#server/platform/things.ts'
import { queueDigests, sendDigest, tidyUp } from './jobs.ts'

const NOW = new Date('2026-11-27T15:00:00Z')
const received: ParsedMail[] = []
let isRefusing = false
let refused = 0
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    if (isRefusing) {
      refused++
      stream.resume()
      stream.on('end', () => done(new Error('451 not now')))
      return
    }
    simpleParser(stream).then(
      (mail) => {
        received.push(mail)
        done()
      },
      (error: Error) => done(error),
    )
  },
})

beforeAll(async () => {
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  process.env.SMTP_URL = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`
  process.env.ORIGIN = 'https://lernen25.example'
  process.env.CLOCK = NOW.toISOString()
})
afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)))

const readable = new Set<string>()

beforeEach(async () => {
  await emptyDatabase()
  await pool().query('delete from graphile_worker._private_jobs')
  received.length = 0
  isRefusing = false
  readable.clear()
  registerThings([
    {
      kind: 'room',
      word: 'Raum',
      cards: (_actor, ids) =>
        Promise.resolve(
          ids
            .filter((id) => readable.has(id))
            .map((id) => ({
              id,
              title: `Raum ${id.slice(-1)}`,
              context: 'PLG Äpfel',
              path: `/raum/${id}`,
            })),
        ),
    },
  ])
  registerSentences({
    notifications: [{ 'test.new': ({ title, count }) => `${count} Antworten in „${title}“` }],
    audit: [],
  })
})

const room = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

const aLine = (personId: string, thing: number, mailDueAt = NOW, more: object = {}) =>
  db()
    .insertInto('notifications')
    .values({
      personId,
      kind: 'test.new',
      thingKind: 'room',
      thingId: room(thing),
      // One after the other, as their numbers say.
      at: new Date(`2026-11-27T09:00:0${thing}Z`),
      mailDueAt,
      ...more,
    })
    .execute()

const quiet = new Logger(() => () => undefined)

/** What happens at one full minute: the due work, then the queue until it is empty. */
async function minute(at = NOW) {
  await queueDigests.run(at)
  await runOnce({
    pgPool: pool(),
    taskList: { [sendDigest.name]: (payload) => sendDigest.run(payload) },
    noHandleSignals: true,
    logger: quiet,
  })
}

test('everything due goes out as exactly one mail', async () => {
  const person = await aPerson({
    firstName: 'Meike',
    lastName: 'Öztürk',
    email: 'meike@schule.example',
  })
  for (const n of [1, 2, 3]) {
    readable.add(room(n))
    await aLine(person.id, n)
  }
  await minute()
  await minute()
  expect(received).toHaveLength(1)
  const [mail] = received as [ParsedMail]
  expect(mail.subject).toBe('3 Neuigkeiten, zuerst: 1 Antworten in „Raum 1“')
  expect(mail.to).toMatchObject({
    value: [{ address: 'meike@schule.example', name: 'Meike Öztürk' }],
  })
  expect(mail.text).toContain('1 Antworten in „Raum 2“\nPLG Äpfel')
  expect(mail.text).toContain('https://lernen25.example/benachrichtigungen')
  expect(mail.text).toContain('https://lernen25.example/konto')
})

test('one thing alone is the subject and the link', async () => {
  const person = await aPerson()
  readable.add(room(4))
  await aLine(person.id, 4)
  await minute()
  expect(received.map((mail) => mail.subject)).toEqual(['1 Antworten in „Raum 4“'])
  expect(received[0]?.text).toContain(`https://lernen25.example/raum/${room(4)}`)
})

test('what is not due yet, read already or mailed already is not mailed', async () => {
  const person = await aPerson()
  for (const n of [1, 2, 3]) readable.add(room(n))
  await aLine(person.id, 1, new Date(NOW.getTime() + 3_600_000))
  await aLine(person.id, 2, NOW, { readAt: NOW })
  await aLine(person.id, 3, NOW, { mailedAt: NOW })
  await minute()
  expect(received).toEqual([])
})

test('what may no longer be read is not mailed, alone or among others, and not asked about for ever', async () => {
  const [one, two] = [await aPerson(), await aPerson()]
  readable.add(room(1))
  await aLine(one.id, 1)
  await aLine(one.id, 2)
  await aLine(two.id, 2)
  await minute()
  expect(received).toHaveLength(1)
  expect(received[0]?.text).not.toContain('Raum 2')
  const waiting = await db()
    .selectFrom('notifications')
    .where('mailedAt', 'is', null)
    .select('id')
    .execute()
  expect(waiting).toEqual([])
})

test('somebody deactivated gets no mail and loses nothing', async () => {
  const person = await aPerson({ isActive: false })
  readable.add(room(1))
  await aLine(person.id, 1)
  await minute()
  await sendDigest.run({ personId: person.id })
  expect(received).toEqual([])
  expect(await db().selectFrom('notifications').selectAll().execute()).toMatchObject([
    { mailedAt: null, readAt: null },
  ])
})

test('a crash between sending and noting repeats the mail, it loses none', async () => {
  const person = await aPerson()
  readable.add(room(1))
  await aLine(person.id, 1)
  await minute()
  await db().updateTable('notifications').set({ mailedAt: null }).execute()
  await minute()
  expect(received).toHaveLength(2)
})

test('a mail server that refuses costs nothing: it is tried again, with growing pauses', async () => {
  const person = await aPerson()
  readable.add(room(1))
  await aLine(person.id, 1)
  isRefusing = true
  await minute()
  await minute()
  const { rows } = await pool().query<{ attempts: number }>(
    'select attempts from graphile_worker.jobs',
  )
  expect(rows).toEqual([{ attempts: 1 }])
  expect(refused).toBe(1)
  isRefusing = false
  await pool().query('update graphile_worker._private_jobs set run_at = now()')
  await minute()
  expect(received).toHaveLength(1)
})

test('what was counted on a line while its mail was under way still gets a mail', async () => {
  const person = await aPerson()
  readable.add(room(1))
  await aLine(person.id, 1)
  registerSentences({
    notifications: [{ 'test.new': ({ count }) => `${count} Antworten` }],
    audit: [],
  })
  registerThings([
    {
      kind: 'room',
      word: 'Raum',
      cards: async (_actor, ids) => {
        await db()
          .updateTable('notifications')
          .set((eb) => ({ count: eb('count', '+', 1) }))
          .where('count', '=', 1)
          .execute()
        return ids.map((id) => ({ id, title: 'Raum', context: '', path: '/' }))
      },
    },
  ])
  await minute()
  await minute()
  expect(received.map((mail) => mail.subject)).toEqual(['1 Antworten', '2 Antworten'])
})

test('of 30 news a mail names 20 and says how many more there are', async () => {
  const person = await aPerson()
  for (let n = 0; n < 30; n++) {
    const thingId = `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`
    readable.add(thingId)
    await aLine(person.id, 0, NOW, { thingId })
  }
  await minute()
  expect(received[0]?.text?.match(/Antworten in/g)).toHaveLength(20)
  expect(received[0]?.text).toContain('und 10 weitere')
})

test('lines go after 90 days', async () => {
  const person = await aPerson()
  await aLine(person.id, 1, NOW, { at: new Date('2026-08-28T00:00:00Z') })
  await aLine(person.id, 2, NOW, { at: new Date('2026-08-30T00:00:00Z') })
  await tidyUp.run(NOW)
  const left = await db().selectFrom('notifications').select('thingId').execute()
  expect(left).toEqual([{ thingId: room(2) }])
})
