import { randomBytes, timingSafeEqual } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Express, NextFunction, Request, Response } from 'express'
import helmet from 'helmet'
import { settings } from './env.ts'
import { TooMany } from './errors.ts'
import { endsWithAnswer, largestBody, LARGEST_FORM, SESSION_COOKIE } from './large-bodies.ts'
import { drained, encodingFor, type LoadContext } from './load-context.ts'
import { log } from './log.ts'
import { metrics } from './metrics.ts'
import { isForeign } from './origin.ts'
import { networkOf, spend } from './rate-limit.ts'
import * as sql from './sql.ts'

const LONGEST_URL = 8 * 1024
/** How long a body may take to arrive; 25 MB need more than two minutes where the line of a school is slow. */
const PATIENCE = { form: 30_000, upload: 5 * 60_000 }
/** The bytes of a file say themselves how they may be kept and what they may do. Asked as data of a page they would be read into memory. */
const FILE = /^\/(?:dateien|software\/[^/.]+\/unterlagen)\/[^/.]+$/
const FILE_AS_DATA = /^\/(?:dateien|software\/[^/.]+\/unterlagen)\/[^/]+\.data$/
const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST'])

/** What every request passes before it reaches a page. Mounted before static files and Remix. */
export function mountFrontDoor(
  app: Express,
  state: { isReady: () => boolean; isDev: boolean },
): void {
  app.disable('x-powered-by')
  app.set('trust proxy', settings().trustProxy)
  app.use(identify)
  app.use(measure)
  app.use(secureHeaders(state.isDev))
  mountHealth(app, state)
  app.use(refuseOversized)
  app.use(refuseForeign)
  // In development every module of the pages is a request of its own.
  if (!state.isDev) app.use(limitRate)
}

function identify(request: Request, response: Response, next: NextFunction): void {
  const context: LoadContext = {
    nonce: randomBytes(16).toString('base64'),
    requestId: randomBytes(4).toString('hex').toUpperCase(),
    network: networkOf(request.ip ?? 'unknown'),
    encoding: encodingFor(request),
    drained: () => drained(response),
    isPage: !request.path.endsWith('.data'),
    held: [],
  }
  response.locals.context = context
  response.setHeader('X-Request-Id', context.requestId)
  next()
}

const contextOf = (response: Response) => response.locals.context as LoadContext

function measure(request: Request, response: Response, next: NextFunction): void {
  const stop = metrics.seconds.startTimer()
  response.on('finish', () => {
    stop()
    const status = `${Math.floor(response.statusCode / 100)}xx`
    metrics.requests.inc({ method: request.method, status })
    if (response.statusCode >= 500)
      log.warn(
        {
          requestId: contextOf(response).requestId,
          status: response.statusCode,
          method: request.method,
        },
        'answered with an error',
      )
  })
  next()
}

function secureHeaders(isDev: boolean) {
  const { origin } = settings()
  const isSecure = origin.startsWith('https:')
  const socket = origin.replace(/^http/, 'ws')
  const policy = helmet({
    contentSecurityPolicy: isDev
      ? false
      : {
          useDefaults: false,
          directives: {
            'default-src': ["'self'"],
            'script-src': [
              "'self'",
              (_request, response) => `'nonce-${contextOf(response as Response).nonce}'`,
            ],
            'style-src': ["'self'"],
            'img-src': ["'self'", 'blob:'],
            'font-src': ["'self'"],
            'connect-src': ["'self'", socket],
            'object-src': ["'none'"],
            'base-uri': ["'none'"],
            'frame-ancestors': ["'none'"],
            'form-action': ["'self'"],
          },
        },
    strictTransportSecurity: isSecure && { maxAge: 63_072_000, includeSubDomains: true },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  return (request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    const isFile = FILE.test(request.path)
    if (!isFile) response.setHeader('Cache-Control', 'no-store')
    policy(request, response, (error?: unknown) => {
      if (isFile) response.removeHeader('Content-Security-Policy')
      next(error)
    })
  }
}

function mountHealth(app: Express, state: { isReady: () => boolean }): void {
  app.get('/healthz', (_request, response) => void response.json({ ok: true }))
  app.get('/readyz', (_request, response) => {
    const answer = (ok: boolean) => void response.status(ok ? 200 : 503).json({ ok })
    if (!state.isReady()) answer(false)
    else
      sql.canReach().then(answer, () => {
        answer(false)
      })
  })
  app.get('/metrics', (request, response) => {
    if (!mayReadMetrics(request)) {
      response.status(404).end()
      return
    }
    metrics.registry.metrics().then(
      (text) => void response.type('text/plain').send(text),
      () => void response.status(500).end(),
    )
  })
  app.get('/.well-known/security.txt', (_request, response) => {
    response.type('text/plain').send(securityText())
  })
}

const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']

/** With the token from anywhere; without one only from this machine itself, and through no proxy. */
function mayReadMetrics(request: Request): boolean {
  const { metricsToken } = settings()
  const given = Buffer.from(request.headers.authorization ?? '')
  if (metricsToken) {
    const wanted = Buffer.from(`Bearer ${metricsToken}`)
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  }
  const isLoopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(
    request.socket.remoteAddress ?? '',
  )
  return isLoopback && FORWARDED.every((name) => !(name in request.headers))
}

const HALF_A_YEAR = 182 * 24 * 60 * 60 * 1000

function securityText(): string {
  const { origin, securityContact } = settings()
  const expires = new Date(Date.now() + HALF_A_YEAR).toISOString()
  return [
    `Contact: ${securityContact ?? `${origin}/impressum`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: de, en',
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}

/** A body without a stated length could be endless, so it is refused before a byte is read. */
function refuseOversized(request: Request, response: Response, next: NextFunction): void {
  if (!KNOWN_METHODS.has(request.method)) return refuse(request, response, 405)
  if (request.url.length > LONGEST_URL) return refuse(request, response, 414)
  if (isBroken(request.url)) return refuse(request, response, 400)
  if (FILE_AS_DATA.test(request.path)) return refuse(request, response, 404)
  if ('content-encoding' in request.headers) return refuse(request, response, 415)
  if (request.headers['transfer-encoding'] !== undefined) return refuse(request, response, 411)
  if (Number(request.headers['content-length'] ?? 0) > largestBody(request))
    return refuse(request, response, 413)
  limitTime(request, response)
  if (endsWithAnswer(request)) response.setHeader('Connection', 'close')
  next()
}

const TOO_SLOW = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/** Ends a request whose body has not come in time. The server itself knows one time for all. */
function limitTime(request: Request, response: Response): void {
  if (Number(request.headers['content-length'] ?? 0) === 0) return
  const patience = largestBody(request) > LARGEST_FORM ? PATIENCE.upload : PATIENCE.form
  const timer = setTimeout(() => {
    if (request.complete) return
    // As the server itself does it: whoever is at work on the request writes into nothing.
    if (!response.headersSent) request.socket.write(TOO_SLOW)
    request.socket.destroy()
  }, patience)
  response.once('close', () => clearTimeout(timer))
}

/** An address that cannot be decoded, or that hides a NUL, is nobody's page. */
function isBroken(url: string): boolean {
  try {
    return decodeURIComponent(url.replaceAll('+', ' ')).includes('\0') || url.startsWith('//')
  } catch {
    return true
  }
}

function refuseForeign(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' || request.method === 'HEAD') return next()
  if (isForeign(request.headers)) return refuse(request, response, 403)
  trustOurOrigin(request)
  next()
}

/**
 * Remix compares Origin with Host once more and fails where a proxy does not pass the name people typed.
 * Origin has just been found to be ours, so Host is set after it.
 */
function trustOurOrigin({ headers }: Request): void {
  if (headers.origin) headers.host = new URL(headers.origin).host
  delete headers['x-forwarded-host']
}

function limitRate(request: Request, response: Response, next: NextFunction): void {
  if (request.path.startsWith('/assets/')) {
    next()
    return
  }
  const session = SESSION_COOKIE.exec(request.headers.cookie ?? '')?.[1]
  const counted = session
    ? spend('sessionRequests', session)
    : spend('visitorRequests', contextOf(response).network)
  counted.then(
    () => next(),
    (error: unknown) => {
      if (error instanceof TooMany) response.setHeader('Retry-After', String(error.seconds))
      refuse(request, response, error instanceof TooMany ? 429 : 503)
    },
  )
}

const SENTENCES: Record<number, string> = {
  400: 'Diese Adresse ist unvollständig oder beschädigt.',
  403: 'Diese Anfrage kam nicht von einer Seite von Lernen 25. Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.',
  404: 'Diese Seite gibt es nicht (mehr).',
  405: 'So kann diese Adresse nicht aufgerufen werden.',
  411: 'Diese Anfrage nennt ihre Länge nicht und wurde nicht angenommen.',
  413: 'Das ist zu groß. Ein Formular darf höchstens 256 KB enthalten, eine Datei 25 MB, die Unterlagen eines Anbieters zusammen 10 MB, eine Datei des Schulregisters 5 MB. Es wurde nichts gespeichert.',
  414: 'Diese Adresse ist zu lang.',
  415: 'Dieses Format kann hier nicht angenommen werden.',
  429: 'Zu viele Anfragen in kurzer Zeit. Bitte warten Sie eine Minute.',
  503: 'Der Dienst ist gerade überlastet. Bitte versuchen Sie es in einer Minute erneut.',
}

/** A refusal before any page: a plain German page, and the connection ends when a body would still follow. */
function refuse(request: Request, response: Response, status: number): void {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  if (hasBody) response.setHeader('Connection', 'close')
  const title = SENTENCES[status] ?? STATUS_CODES[status] ?? ''
  response
    .status(status)
    .type('html')
    .send(
      `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} – Lernen 25</title></head><body><main><h1>${title}</h1><p>Kennung ${contextOf(response).requestId}</p><p><a href="/">Zur Startseite</a></p></main></body></html>`,
    )
}
