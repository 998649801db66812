// Starts the platform: database, house (the TypeScript side, reached through the Remix build only),
// web server. `--dev` serves the sources through Vite instead of the build.
import { createRequestHandler } from '@remix-run/express'
import compression from 'compression'
import express from 'express'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { fewerRoutes } from './fewer-routes.mjs'

const startedAt = performance.now()
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const client = path.join(root, 'build', 'client')
const dev = process.argv.includes('--dev')
process.env.NODE_ENV = dev ? 'development' : 'production'
// Vite and Remix read their files from where the project is, wherever it was started from.
process.chdir(root)

/** What has been opened so far, to be closed in the reverse order. */
const open = { vite: null, house: null, postgres: null, entry: null, running: 0 }
const app = express()
app.disable('x-powered-by')
const server = http.createServer(
  {
    maxHeaderSize: 16 * 1024,
    // Long enough for 25 MB over a school's line; forms are timed by the front door.
    requestTimeout: 330_000,
    headersTimeout: 10_000,
    // Node looks for slow ones every 30 s only, which would make 10 s up to 40.
    connectionsCheckingInterval: 2_000,
    keepAliveTimeout: 65_000,
  },
  app,
)
server.on('request', (_request, response) => {
  open.running++
  response.once('close', () => open.running--)
})

// Before Vite is loaded, which would end the process on SIGTERM itself.
let stopping = 0
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => onSignal(signal))
process.on('unhandledRejection', (reason) => logFatal('unhandledRejection', reason))
process.on('uncaughtException', (error) => {
  logFatal('uncaughtException', error)
  const patience = sleep(5_000)
  void Promise.race([open.postgres?.stop(), patience]).finally(() => process.exit(1))
})

try {
  await start()
} catch (error) {
  console.error(isExpected(error) ? error.message : error)
  await open.house?.close().catch(() => {})
  await open.postgres?.stop()
  process.exit(1)
}

/** Errors whose sentence says all; a stack would only frighten. */
function isExpected(error) {
  return ['SettingsError', 'PostgresHeldError', 'ListenError'].includes(error?.name)
}

async function start() {
  const load = await buildLoader()
  const build = await load()
  open.entry = build.entry.module
  const settings = open.entry.readSettings()
  await refuseTakenPort(settings)
  if (!settings.databaseUrl) await startDatabase(settings)
  if (stopping) return
  open.house = await open.entry.openHouse({ app, http: server, dev })
  if (stopping) return
  mountPages(dev ? load : build)
  await listenOn(server, settings.port, settings.host)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).replace('.', ',')
  console.log([...open.house.banner, `Bereit nach ${seconds} s.`].join('\n'))
}

/** In development each request gets the newest module from Vite, in production there is one build. */
async function buildLoader() {
  if (!dev) {
    const build = await import(pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href)
    return () => build
  }
  const { createServer } = await import('vite')
  const ours = process.listeners('SIGTERM')
  open.vite = await createServer({
    server: { middlewareMode: true, hmr: { server, path: '/__hmr' } },
  })
  // Vite would end the process at once, while requests and the database still need a moment.
  for (const listener of process.listeners('SIGTERM')) {
    if (!ours.includes(listener)) process.off('SIGTERM', listener)
  }
  return () => open.vite.ssrLoadModule('virtual:remix/server-build')
}

async function startDatabase(settings) {
  const { startPostgres } = await import('./pg.mjs')
  const dataDir = path.resolve(settings.dataDir, 'pg17')
  open.postgres = await startPostgres({ dataDir, log: (line) => console.log(line) })
  process.env.DATABASE_URL = open.postgres.url
  process.env.DATABASE_OWNER_URL = open.postgres.ownerUrl
  process.env.LERNEN25_EMBEDDED = '1'
}

function mountPages(build) {
  if (dev) app.use(open.vite.middlewares)
  else mountFiles()
  app.use(dev ? pagesOf(build) : pagesByAddress(build))
  app.use(answerError)
}

function pagesOf(build) {
  const getLoadContext = (_request, response) => response.locals.context
  return createRequestHandler({ build, mode: process.env.NODE_ENV, getLoadContext })
}

function pagesByAddress(build) {
  const partFor = fewerRoutes(build)
  const handlers = new Map()
  return (request, response, next) => {
    const part = partFor(request.path)
    if (!handlers.has(part)) handlers.set(part, pagesOf(part))
    return handlers.get(part)(request, response, next)
  }
}

function mountFiles() {
  app.use(compression())
  // A source map that slipped into the folder would show the source to everyone.
  app.use((request, response, next) =>
    request.path.endsWith('.map') ? notFound(request, response) : next(),
  )
  const assets = path.join(client, 'assets')
  // The front door forbids keeping anything; of files that hold nothing personal that is lifted.
  const setHeaders = (response) => response.removeHeader('Cache-Control')
  const forever = { immutable: true, maxAge: '1y', index: false, redirect: false, setHeaders }
  app.use('/assets', preferBrotli(assets), express.static(assets, forever), notFound)
  const files = { maxAge: '1h', index: false, redirect: false, dotfiles: 'ignore', setHeaders }
  const serve = express.static(client, files)
  const known = new Set(fs.readdirSync(client).map((name) => `/${name}`))
  // The disk is not asked at every page whether there is a file of its name.
  app.use((request, response, next) =>
    known.has(request.path) ? serve(request, response, next) : next(),
  )
}

/** Hands out the files that bootstrap.mjs compressed. The list is read once: no path from outside. */
function preferBrotli(folder) {
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  const compressed = new Set(names.filter((name) => name.endsWith('.br')).map((name) => `/${name}`))
  return (request, response, next) => {
    if (!compressed.has(`${request.path}.br`)) return next()
    response.vary('Accept-Encoding')
    if (request.acceptsEncodings('br', 'identity') !== 'br') return next()
    response.type(path.extname(request.path))
    response.setHeader('Content-Encoding', 'br')
    request.url = `${request.path}.br`
    next()
  }
}

function notFound(_request, response) {
  response.status(404).type('text/plain').send('Nicht gefunden')
}

/** The last resort: Remix shows its own error pages, only what never reached it comes here. */
function answerError(error, _request, response, next) {
  const status = error.code === 'ERR_INVALID_URL' ? 400 : (error.status ?? 500)
  if (status >= 500) logFatal('request', error)
  if (response.headersSent) return next(error)
  response
    .status(status)
    .type('text/plain')
    .send(status < 500 ? 'Ungültige Anfrage' : 'Fehler')
}

/** Asked before the database starts, so that a second start ends at once with the right sentence. */
async function refuseTakenPort({ port, host }) {
  const probe = http.createServer()
  await listenOn(probe, port, host)
  probe.close()
  await once(probe, 'close')
}

async function listenOn(listener, port, host) {
  listener.listen(port, host)
  try {
    await once(listener, 'listening')
  } catch (error) {
    const sentences = {
      EADDRINUSE: `Port ${port} ist schon belegt. Läuft die Plattform bereits? Sonst PORT anders setzen.`,
      EACCES: `Port ${port} darf hier nicht geöffnet werden. Bitte PORT anders setzen.`,
      EADDRNOTAVAIL: `Die Adresse ${host} gibt es auf diesem Rechner nicht. Bitte HOST anders setzen.`,
    }
    if (!sentences[error.code]) throw error
    throw Object.assign(new Error(sentences[error.code]), { name: 'ListenError' })
  }
}

function onSignal(signal) {
  // npm hands Ctrl-C on although the terminal has sent it already: that is no second wish.
  if (stopping && Date.now() - stopping > 3_000) process.exit(1)
  if (stopping) return
  stopping = Date.now()
  console.log(`Die Plattform wird beendet (${signal}) …`)
  setTimeout(() => process.exit(1), 14_500).unref()
  shutDown().then(
    () => process.exit(0),
    (error) => {
      logFatal('shutdown', error)
      process.exit(1)
    },
  )
}

/** Requests first, then sockets, documents and queue, the database last: nothing is cut off. */
async function shutDown() {
  open.house?.stopAnswering()
  server.close()
  for (const start = Date.now(); open.running > 0 && Date.now() - start < 7_000;) {
    server.closeIdleConnections()
    await sleep(50)
  }
  server.closeIdleConnections()
  await Promise.race([open.house?.close(), sleep(4_500)])
  server.closeAllConnections()
  await open.vite?.close()
  await open.postgres?.stop()
}

function logFatal(where, error) {
  if (open.entry?.logFatal) open.entry.logFatal(error, where)
  else console.error(where, error)
}
