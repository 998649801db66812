import '#db/testing.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readSettings } from '#server/platform/env.ts'
import { sendLetter } from '#server/platform/mail.ts'
import { demoMailbox } from './views.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-mailbox-'))
process.env.DATA_DIR = folder
afterAll(() => rmSync(folder, { recursive: true }))

/** The settings are read once; from here on these hold. */
function given(environment: { SEED: string; SMTP_URL: string }) {
  Object.assign(process.env, environment)
  readSettings()
}

const letterTo = (address: string) => ({
  to: { name: 'Meike Thomas', address },
  subject: 'Betreff',
  text: ['Text'],
})

test('shows the mails to accounts of the demonstration and no others', async () => {
  given({ SEED: 'demo', SMTP_URL: '' })
  await sendLetter(letterTo('meike.thomas@demo.lernen25.example'))
  await sendLetter(letterTo('wirklich@schule.example'))
  await sendLetter(letterTo('falle@demo.lernen25.example.boese.example'))
  const { mails } = await demoMailbox()
  expect(mails.map(({ to }) => to)).toEqual(['meike.thomas@demo.lernen25.example'])
})

test.each([
  { SEED: 'none', SMTP_URL: '' },
  { SEED: 'demo', SMTP_URL: 'smtp://localhost:2525' },
])('does not exist with %o', async (environment) => {
  // Without content for demonstrations an external database would be live; this one counts as embedded.
  process.env.LERNEN25_EMBEDDED = '1'
  given(environment)
  await expect(demoMailbox()).rejects.toMatchObject({ name: 'NotFound' })
})
