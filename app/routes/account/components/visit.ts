import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Actor } from '#server/auth/actor.ts'

/** What the commands at the door need to know of a request. */
export function visitOf(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'> & { actor: Actor | null },
) {
  return {
    network: args.context.network,
    userAgent: args.request.headers.get('user-agent') ?? '',
    actor: args.actor,
  }
}
