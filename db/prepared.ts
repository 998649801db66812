import { AsyncResource } from 'node:async_hooks'
import { remember } from '@epic-web/remember'
import pg from 'pg'

/**
 * More different texts than a house of this size has; beyond it statements go unprepared, because each
 * name is kept by every connection of the database.
 */
const MOST_NAMES = 2_000

/** A migration of another node changed what a prepared statement returns. */
const PLAN_OUTDATED = '0A000'

const names = remember('prepared', () => new Map<string, string>())
let generation = 0

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES) return known
  const name = `s${generation}_${names.size}`
  names.set(text, name)
  return name
}

/** All statements get new names: the next call prepares them anew. */
function forgetNames(): void {
  names.clear()
  generation += 1
}

/** Where no transaction is open: this module is loaded before there is any. */
const outside = new AsyncResource('database connections')

const dial = Reflect.get(pg.Client.prototype, 'connect') as (...args: unknown[]) => unknown
const ask = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown

/**
 * A connection that prepares statements with parameters under a name, so that PostgreSQL parses and
 * plans each text once per connection instead of at every call.
 */
export class PreparingClient extends pg.Client {
  /**
   * What a connection hears by itself, as notifications are, is told where it was opened. Opened in the middle of a
   * transaction, it would make all that follows believe to be in that one, long after its end.
   */
  override connect = ((...args: unknown[]): unknown =>
    outside.runInAsyncScope(() => Reflect.apply(dial, this, args))) as pg.Client['connect']

  // The overloads of pg's `query` are many; what is not a text with values goes through untouched.
  override query = ((...args: unknown[]): unknown => {
    const [text, values, callback] = args
    const isNamed = typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = isNamed ? nameOf(text) : undefined
    const given = name === undefined ? args : [{ name, text, values }, callback]
    const answer: unknown = Reflect.apply(ask, this, given)
    if (name !== undefined && answer instanceof Promise) answer.catch(noticeOutdated)
    return answer
  }) as pg.Client['query']
}

function noticeOutdated(error: unknown): void {
  if (error instanceof Error && 'code' in error && error.code === PLAN_OUTDATED) forgetNames()
}
