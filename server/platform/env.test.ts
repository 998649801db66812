import { describe, expect, test } from 'vitest'
import { settingsFrom } from './env.ts'

const LIVE = {
  DATABASE_URL: 'postgres://app:secret@db.example/lernen25',
  SESSION_SECRET: 'kFq3-2mZt8vX1pLw9rYb7cHd5nJs4gQa',
  ORIGIN: 'https://lernen25.example',
  SMTP_URL: 'smtps://user:secret@mail.example:465',
}

const S3 = {
  S3_ENDPOINT: 'https://s3.example/',
  S3_REGION: 'eu-1',
  S3_BUCKET: 'lernen25',
  S3_ACCESS_KEY_ID: 'schluessel',
  S3_SECRET_ACCESS_KEY: 'geheim',
}

describe('a live house refuses to start', () => {
  test.each([
    ['without a secret', { SESSION_SECRET: '' }, /SESSION_SECRET fehlt/],
    ['with a short secret', { SESSION_SECRET: 'kFq3-2mZt8vX1pLw9rYb7cHd5nJs4g' }, /mindestens 32/],
    [
      'with one short secret of two',
      { SESSION_SECRET: `${LIVE.SESSION_SECRET},kurz` },
      /mindestens 32/,
    ],
    ['with a secret of one letter', { SESSION_SECRET: 'a'.repeat(64) }, /zu leicht zu erraten/],
    ['without its address', { ORIGIN: '' }, /ORIGIN fehlt/],
    ['over http', { ORIGIN: 'http://lernen25.example' }, /https/],
    ['with a clock', { CLOCK: '2026-11-27T08:00:00Z' }, /CLOCK/],
    ['without a mail server', { SMTP_URL: '' }, /SMTP_URL fehlt/],
    ['with files sent in clear', { ...S3, S3_ENDPOINT: 'http://s3.example' }, /S3_ENDPOINT/],
  ])('%s', (_what, wrong, sentence) => {
    expect(() => settingsFrom({ ...LIVE, ...wrong })).toThrow(sentence)
  })

  test('and names everything wrong at once', () => {
    expect(() => settingsFrom({ DATABASE_URL: LIVE.DATABASE_URL })).toThrow(
      /SESSION_SECRET fehlt[\s\S]*ORIGIN fehlt[\s\S]*SMTP_URL fehlt/,
    )
  })
})

describe('what live means', () => {
  test.each([
    ['external database, nothing seeded', LIVE, true, '0.0.0.0'],
    ['external database with the demonstration', { ...LIVE, SEED: 'demo' }, false, '127.0.0.1'],
    ['the embedded database', {}, false, '127.0.0.1'],
    [
      'the embedded database, started by us',
      { ...LIVE, LERNEN25_EMBEDDED: '1' },
      false,
      '127.0.0.1',
    ],
  ])('%s', (_what, environment, live, host) => {
    const settings = settingsFrom(environment)
    expect([settings.live, settings.host]).toEqual([live, host])
  })

  test('the demonstration comes by itself only into the embedded database', () => {
    expect(settingsFrom({}).isDemo).toBe(true)
    expect(settingsFrom({ SEED: 'none' }).isDemo).toBe(false)
    expect(settingsFrom(LIVE).isDemo).toBe(false)
  })

  test('a host that was set stands', () => {
    expect(settingsFrom({ ...LIVE, HOST: '10.0.0.5' }).host).toBe('10.0.0.5')
  })
})

describe('a wrong setting is named', () => {
  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '0'],
    ['ORIGIN', 'lernen25.example'],
    ['ORIGIN', 'ftp://lernen25.example'],
    ['DATABASE_URL', 'mysql://x'],
    ['SMTP_URL', 'http://x'],
    ['SEED', 'everything'],
    ['CLOCK', 'tomorrow'],
    ['TRUST_PROXY', '-1'],
    ['TRUST_PROXY', '99'],
    ['METRICS_TOKEN', 'short'],
    ['SECURITY_CONTACT', 'somebody'],
    ['LOG_LEVEL', 'loud'],
    ['S3_ENDPOINT', 's3.example'],
    ['S3_BUCKET', 'Mit/Strich'],
    ['S3_REGION', 'eu west'],
    ['CHROMIUM_PATH', 'chromium'],
  ])('%s=%s', (name, value) => {
    expect(() => settingsFrom({ [name]: value })).toThrow(name)
  })

  test('an empty one counts as not set', () => {
    const empty = { ORIGIN: '', DATABASE_URL: '', SMTP_URL: '', SEED: '', CLOCK: '' }
    expect(settingsFrom(empty).origin).toBe('http://localhost:3000')
  })
})

test('the address has no slash at its end, so that paths can follow', () => {
  expect(settingsFrom({ ...LIVE, ORIGIN: 'https://lernen25.example/' }).origin).toBe(LIVE.ORIGIN)
})

test('several secrets are kept in their order: the first signs', () => {
  const two = [LIVE.SESSION_SECRET, LIVE.SESSION_SECRET.split('').reverse().join('')]
  expect(settingsFrom({ ...LIVE, SESSION_SECRET: two.join(',') }).sessionSecrets).toEqual(two)
})

describe('the storage of files', () => {
  test('is the data folder unless all of S3 is set', () => {
    expect(settingsFrom({}).s3).toBeUndefined()
    expect(settingsFrom(S3).s3).toMatchObject({ endpoint: 'https://s3.example', region: 'eu-1' })
  })
  test.each(Object.keys(S3))('names %s when only that is missing', (name) => {
    expect(() => settingsFrom({ ...S3, [name]: '' })).toThrow(name)
  })
})
