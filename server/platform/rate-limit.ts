import { isIPv6 } from 'node:net'
import { remember } from '@epic-web/remember'
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from './errors.ts'
import * as sql from './sql.ts'

/** Points per seconds. Those `kept` are in the database: shared by all nodes, and they survive a restart. */
const LIMITS = {
  /** AU-4: tries of one account, counted before the password is looked at. */
  signInOfAccount: { points: 10, duration: 15 * 60, kept: true },
  /** AU-5: failures from one address; generous, because whole schools share one. */
  signInFromAddress: { points: 300, duration: 15 * 60, kept: true },
  /** AU-7: mails with a link to one address. */
  mailToAddress: { points: 3, duration: 60 * 60, kept: true },
  /** Mails asked for from one network. */
  mailFromAddress: { points: 100, duration: 60 * 60, kept: true },
  /** RL-1. */
  posts: { points: 30, duration: 60, kept: true },
  /** Exports and imports of documents: each is some work. */
  exchanges: { points: 30, duration: 10 * 60, kept: true },
  documents: { points: 20, duration: 60, kept: true },
  uploads: { points: 30, duration: 10 * 60, kept: true },
  invitations: { points: 50, duration: 60 * 60, kept: true },
  founding: { points: 20, duration: 24 * 60 * 60, kept: true },
  search: { points: 60, duration: 60, kept: false },
  /** What comes up while somebody types behind "@". */
  suggestions: { points: 120, duration: 60, kept: false },
  reports: { points: 20, duration: 60 * 60, kept: true },
  barrierReports: { points: 20, duration: 60 * 60, kept: true },
  /** What is changed through links of letters, from one network. */
  letterLinks: { points: 20, duration: 60 * 60, kept: true },
  /** RL-2: requests of one visitor address and of one session. */
  visitorRequests: { points: 600, duration: 60, kept: false },
  sessionRequests: { points: 300, duration: 60, kept: false },
  /** WS-3: what one socket may send. */
  socketEvents: { points: 100, duration: 5, kept: false },
} as const

export type Limit = keyof typeof LIMITS
type Limiter = RateLimiterMemory | RateLimiterPostgres

const limiters = remember('limiters', () => new Map<Limit, Limiter>())

function limiter(name: Limit): Limiter {
  const known = limiters.get(name)
  if (known) return known
  const { points, duration, kept } = LIMITS[name]
  const made = kept
    ? new RateLimiterPostgres({
        storeClient: sql.rateLimitStore(),
        tableName: 'rate_limits',
        tableCreated: true,
        keyPrefix: name,
        points,
        duration,
      })
    : new RateLimiterMemory({ keyPrefix: name, points, duration })
  limiters.set(name, made)
  return made
}

/** Takes one point. @throws TooMany with the seconds to wait; a broken store throws too, so it fails closed. */
export async function spend(name: Limit, key: string, points = 1): Promise<void> {
  try {
    await limiter(name).consume(key.slice(0, 200), points)
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new TooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)))
    throw error
  }
}

/** Is there a point left? Takes none. */
export async function hasLeft(name: Limit, key: string): Promise<boolean> {
  const state = await limiter(name).get(key.slice(0, 200))
  return state === null || state.consumedPoints < LIMITS[name].points
}

/** Forgets what was counted, e.g. after the right password. */
export async function forgive(name: Limit, key: string): Promise<void> {
  await limiter(name).delete(key.slice(0, 200))
}

/** One household or school behind IPv6 has a whole /64; counting single addresses would count nothing. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail.split(':').filter(Boolean)
  const zeros = plain.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : []
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')
}
