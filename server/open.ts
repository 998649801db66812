import type { Server as HttpServer } from 'node:http'
import type { Express } from 'express'
import { closeDatabase, onIdleDatabaseError, onQuery } from '#db/client.ts'
import { migrateToLatest } from '#db/migrate.ts'
import { demoCity } from '#db/seeds/city.ts'
import { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } from '#db/seeds/demo.ts'
import { areas } from './areas.ts'
import { attachCollab } from './collab/attach.ts'
import { registerCollab } from './collab/kinds.ts'
import { reactions as collabReactions } from './collab/reactions.ts'
import { tidyUp } from './auth/jobs.ts'
import { registerReactions } from './platform/bus.ts'
import { registerCalendars } from './platform/calendar.ts'
import { settings } from './platform/env.ts'
import { mountFrontDoor } from './platform/front-door.ts'
import { applyLogLevel, log } from './platform/log.ts'
import { metrics } from './platform/metrics.ts'
import { registerPrivacy } from './platform/privacy.ts'
import { startQueue } from './platform/queue.ts'
import { registerRooms } from './platform/rooms.ts'
import { registerSearch } from './platform/search.ts'
import { registerSentences } from './platform/sentences.ts'
import { registerHomes } from './platform/homes.ts'
import { registerThings } from './platform/things.ts'
import { closePdf } from './rich-text/pdf.ts'
import { attachRealtime } from './realtime/attach.ts'
import { reactions as realtimeReactions } from './realtime/reactions.ts'

export { readSettings } from './platform/env.ts'

/** Ties the areas together: what they react to, what they show of theirs, where one may listen. */
export function registerHouse(): void {
  registerReactions([
    ...realtimeReactions,
    ...collabReactions,
    ...areas.flatMap((area) => area.reactions ?? []),
  ])
  registerThings(areas.flatMap((area) => area.things ?? []))
  registerHomes(areas.flatMap((area) => area.homes ?? []))
  registerRooms(areas.flatMap((area) => area.rooms ?? []))
  registerPrivacy(areas.flatMap((area) => area.privacy))
  registerCollab(areas.find((area) => area.collab)?.collab)
  registerSearch(areas.flatMap((area) => area.search ?? []))
  registerCalendars(areas.flatMap((area) => area.calendars ?? []))
  registerSentences({
    notifications: areas.map((area) => area.notificationWords ?? {}),
    audit: areas.map((area) => area.auditWords ?? {}),
  })
}

async function prepareDatabase(seeds = settings().isDemo): Promise<void> {
  const { ownerUrl, databaseUrl } = settings()
  const appRole = ownerUrl === databaseUrl ? undefined : new URL(databaseUrl ?? '').username
  const done = await migrateToLatest({ url: ownerUrl ?? '', appRole })
  if (done.length > 0) log.info({ migrations: done }, 'database migrated')
  if (seeds) await seedDemo()
}

/**
 * Opens the house on an HTTP server: database, front door, queue, live line.
 *
 * @returns `close` drains and ends everything; `banner` is what the launcher prints for people
 */
export async function openHouse(options: { app: Express; http: HttpServer; dev: boolean }) {
  applyLogLevel()
  onIdleDatabaseError((err) => log.warn({ err }, 'an idle database connection broke'))
  onQuery(() => metrics.queries.inc())
  registerHouse()
  await prepareDatabase()
  let isOpen = true
  mountFrontDoor(options.app, { isReady: () => isOpen, isDev: options.dev })
  const queue = await startQueue(
    areas.flatMap((area) => area.jobs ?? []),
    [tidyUp, ...areas.flatMap((area) => area.due ?? [])],
    { isAlone: settings().isEmbedded },
  )
  const realtime = attachRealtime(options.http)
  const collab = attachCollab(options.http, { isDev: options.dev })
  return {
    banner: banner(),
    stopAnswering: () => {
      isOpen = false
    },
    close: async () => {
      isOpen = false
      await collab.close()
      await closePdf()
      await realtime.close()
      await queue.stop()
      await closeDatabase()
    },
  }
}

function banner(): string[] {
  const { isDemo, origin, live, smtpUrl } = settings()
  const lines = [`Lernen 25 ist bereit: ${origin}`]
  if (!live && origin.startsWith('http:'))
    lines.push('Ohne https ist das Sitzungscookie nicht "Secure": nur zum Ausprobieren.')
  if (!smtpUrl) lines.push('Ohne SMTP_URL landen Mails als Dateien im Datenordner unter mail/.')
  if (isDemo)
    lines.push(
      `Zum Ausprobieren (Passwort ${DEMO_PASSWORD}), Mails unter ${origin}/postfach:`,
      ...DEMO_ACCOUNTS.map((account) => `  ${account.email.padEnd(42)} ${account.what}`),
    )
  return lines
}

/** For errors that nobody caught: the launcher hands them here. */
export function logFatal(error: unknown, what: string): void {
  log.fatal({ err: error }, what)
}

type Commands = NonNullable<(typeof areas)[number]['cli']>
const CITY = 'demo:city'

/** Runs one command of the operator's command line, with the same rights, rules and protocol as the pages. */
export async function runCommand(argv: string[]): Promise<number> {
  const [name = '', ...args] = argv
  const ofAreas = Object.assign({}, ...areas.map((area) => area.cli ?? {})) as Commands
  const commands: Commands = { ...ofAreas, [CITY]: demoCity }
  const print = (line: string) => void process.stdout.write(`${line}\n`)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    print(`Unbekannter Befehl "${name}". Es gibt: ${Object.keys(commands).sort().join(', ')}`)
    return 2
  }
  registerHouse()
  try {
    // The city needs an empty database, so the demonstration district stays out.
    await (name === CITY ? prepareDatabase(false) : prepareDatabase())
    return await command(args, print)
  } finally {
    await closeDatabase()
  }
}
