import { remember } from '@epic-web/remember'
import { isAbsolute } from 'node:path'
import { z } from 'zod'

/**
 * Every setting of the house. A setting earns its place here by a sentence; a wrong one stops the start.
 */
const port = z.coerce.number().int().min(1).max(65535)
const optional = <T extends z.ZodType>(inner: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), inner.optional())

const schema = z.object({
  /** Port the server listens on. */
  PORT: port.default(3000),
  /** Address the server listens on; 127.0.0.1 unless live. */
  HOST: optional(z.string()),
  /** The address people type, e.g. https://lernen25.example; links in mails and the Origin check use it. */
  ORIGIN: optional(
    z.url({
      protocol: /^https?$/,
      error: 'ORIGIN muss eine Adresse wie https://lernen25.example sein.',
    }),
  ),
  /** Folder for the embedded database, mails without SMTP, and generated secrets. */
  DATA_DIR: z.string().default('.data'),
  /** External PostgreSQL (15 or newer) as the application's role. Without it an embedded one is started. */
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'DATABASE_URL muss mit postgres:// beginnen.'),
  ),
  /** The role that owns the tables and runs migrations; DATABASE_URL when not given. */
  DATABASE_OWNER_URL: optional(z.string()),
  /** Set by the launcher when it started the embedded database. */
  LERNEN25_EMBEDDED: optional(z.string()),
  /** Program of Chromium for tagged PDF files. Without it documents are printed by the browser of who reads them. */
  CHROMIUM_PATH: optional(
    z.string().refine(isAbsolute, 'CHROMIUM_PATH muss der volle Pfad eines Chromium sein.'),
  ),
  /** Mail server, e.g. smtps://user:secret@mail.example:465. Without it mails are written to DATA_DIR/mail. */
  SMTP_URL: optional(
    z.string().regex(/^smtps?:\/\//, 'SMTP_URL muss mit smtp:// oder smtps:// beginnen.'),
  ),
  /** Sender of mails. */
  MAIL_FROM: z.string().default('Lernen 25 <lernen25@localhost>'),
  /** Secret for signing cookies and pseudonyms; several, separated by commas: the first signs, all are accepted. */
  SESSION_SECRET: optional(z.string()),
  /** demo fills an empty database with invented schools and persons. */
  SEED: optional(z.enum(['demo', 'none'], 'SEED kann demo oder none sein.')),
  /** An ISO instant: the domain's time starts there and runs on. For tests and demonstrations. */
  CLOCK: optional(
    z.iso.datetime({
      offset: true,
      error: 'CLOCK muss ein Zeitpunkt wie 2026-11-27T08:00:00Z sein.',
    }),
  ),
  /** How many proxies in front of us may be believed about the address of a request. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Token for GET /metrics from elsewhere than loopback. */
  METRICS_TOKEN: optional(z.string().min(16, 'METRICS_TOKEN braucht mindestens 16 Zeichen.')),
  /** Where weaknesses may be reported: a mailto: or https: address for security.txt. */
  SECURITY_CONTACT: optional(
    z
      .string()
      .regex(/^(mailto:|https:\/\/)/, 'SECURITY_CONTACT muss mit mailto: oder https:// beginnen.'),
  ),
  /** S3-compatible storage for uploaded files, e.g. https://s3.example; all five S3_ settings or none. Without it files lie in DATA_DIR. */
  S3_ENDPOINT: optional(
    z.url({
      protocol: /^https?$/,
      error: 'S3_ENDPOINT muss eine Adresse wie https://s3.example sein.',
    }),
  ),
  /** Region of that storage, as its provider names it. */
  S3_REGION: optional(
    z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'S3_REGION darf Kleinbuchstaben, Ziffern und - enthalten.'),
  ),
  /** Bucket for the files; it has to exist and must not be public. */
  S3_BUCKET: optional(
    z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'S3_BUCKET ist kein Name eines Buckets.'),
  ),
  /** Key that may read, write, list and delete in the bucket. */
  S3_ACCESS_KEY_ID: optional(z.string()),
  /** The secret that belongs to the key. */
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  NODE_ENV: z.string().default('production'),
})

/** The list of everything wrong with the settings, one sentence a line. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

export type Settings = {
  port: number
  host: string
  origin: string
  dataDir: string
  databaseUrl: string | undefined
  ownerUrl: string | undefined
  isEmbedded: boolean
  chromiumPath: string | undefined
  smtpUrl: string | undefined
  mailFrom: string
  sessionSecrets: string[]
  seed: 'demo' | 'none'
  isDemo: boolean
  live: boolean
  clock: string | undefined
  trustProxy: number
  metricsToken: string | undefined
  securityContact: string | undefined
  /** Where uploaded files lie; undefined: in the data folder. */
  s3: S3Settings | undefined
  logLevel: string
  isProduction: boolean
}

/**
 * Reads and checks settings. Live means: an external database and SEED is not demo (product.md, section 5).
 *
 * @throws SettingsError with all sentences at once
 */
export function settingsFrom(environment: Record<string, string | undefined>): Settings {
  const parsed = schema.safeParse(environment)
  if (!parsed.success)
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  const given = parsed.data
  const isEmbedded = !given.DATABASE_URL || given.LERNEN25_EMBEDDED === '1'
  const seed = given.SEED ?? (isEmbedded ? 'demo' : 'none')
  const live = !isEmbedded && seed !== 'demo'
  if (live) refuseUnsafe(given)
  return {
    port: given.PORT,
    host: given.HOST ?? (live ? '0.0.0.0' : '127.0.0.1'),
    origin: (given.ORIGIN ?? `http://localhost:${given.PORT}`).replace(/\/+$/, ''),
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    ownerUrl: given.DATABASE_OWNER_URL ?? given.DATABASE_URL,
    isEmbedded,
    chromiumPath: given.CHROMIUM_PATH,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    sessionSecrets: (given.SESSION_SECRET ?? '').split(',').filter(Boolean),
    seed,
    isDemo: seed === 'demo',
    live,
    clock: given.CLOCK,
    trustProxy: given.TRUST_PROXY,
    metricsToken: given.METRICS_TOKEN,
    securityContact: given.SECURITY_CONTACT,
    s3: s3From(given),
    logLevel: given.LOG_LEVEL,
    isProduction: given.NODE_ENV === 'production',
  }
}

const S3_NAMES = [
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const

/** All of it or nothing: half a storage would lose files into a folder that nobody backs up. */
function s3From(given: z.output<typeof schema>): S3Settings | undefined {
  const missing = S3_NAMES.filter((name) => !given[name])
  if (missing.length === S3_NAMES.length) return undefined
  if (missing.length > 0)
    throw new SettingsError(`Für den S3-Speicher fehlt noch: ${missing.join(', ')}.`)
  const [endpoint = '', region = '', bucket = '', accessKeyId = '', secretAccessKey = ''] =
    S3_NAMES.map((name) => given[name])
  return { endpoint: endpoint.replace(/\/+$/, ''), region, bucket, accessKeyId, secretAccessKey }
}

const SHORTEST_SECRET = 32

function refuseUnsafe(given: z.output<typeof schema>): void {
  const secrets = (given.SESSION_SECRET ?? '').split(',').filter(Boolean)
  const faults = [
    secrets.length === 0 && 'SESSION_SECRET fehlt.',
    secrets.some((secret) => secret.length < SHORTEST_SECRET) &&
      `SESSION_SECRET braucht mindestens ${SHORTEST_SECRET} Zeichen.`,
    secrets.some((secret) => new Set(secret).size < 8) &&
      'SESSION_SECRET ist zu leicht zu erraten.',
    !given.ORIGIN && 'ORIGIN fehlt: die Adresse, unter der die Plattform erreichbar ist.',
    ...(['ORIGIN', 'S3_ENDPOINT'] as const).map(
      (name) => given[name]?.startsWith('http:') && `${name} muss mit https:// beginnen.`,
    ),
    given.CLOCK && 'CLOCK ist nur zum Ausprobieren da und wird im echten Betrieb abgelehnt.',
    !given.SMTP_URL && 'SMTP_URL fehlt: Ohne Mailserver kann sich niemand anmelden.',
  ].filter((fault) => typeof fault === 'string')
  if (faults.length > 0) throw new SettingsError(faults.join('\n'))
}

const held = remember('settings', () => ({ read: undefined as Settings | undefined }))

/** The settings of this process, read once. */
export function settings(): Settings {
  return (held.read ??= settingsFrom(process.env))
}

/** For the launcher: checks the settings before anything is started. */
export function readSettings(): Settings {
  const checked = settingsFrom(process.env)
  held.read = undefined
  return checked
}
