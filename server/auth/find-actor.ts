import type { AppLoadContext } from '@remix-run/node'
import { TooMany } from '#server/platform/errors.ts'
import { spend } from '#server/platform/rate-limit.ts'
import type { Actor } from './actor.ts'
import { readSession } from './session.ts'

const known = new WeakMap<AppLoadContext, Promise<Actor | null>>()

/** The signed-in person of this request or null. Asked once per request, however many loaders a page has. */
export function findActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const found = known.get(context) ?? lookUp(request, context)
  known.set(context, found)
  return found
}

async function lookUp(request: Request, context: AppLoadContext): Promise<Actor | null> {
  const cookie = request.headers.get('cookie') ?? ''
  const found = await readSession(cookie)
  // A made-up cookie counts as a visitor's request: otherwise a new one each time would have no limit at all.
  if (found === 'unknown') await countAsVisitor(context)
  return typeof found === 'string' ? null : found
}

async function countAsVisitor(context: AppLoadContext): Promise<void> {
  try {
    await spend('visitorRequests', context.network)
  } catch (error) {
    if (error instanceof TooMany) throw error
  }
}
