import { PassThrough } from 'node:stream'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { log } from '#server/platform/log.ts'

// The launcher takes these off the build, so that pages, sockets and jobs share one set of modules.
export { logFatal, openHouse, readSettings, runCommand } from '#server/open.ts'

const GIVE_UP_AFTER = 8_000

export const streamTimeout = GIVE_UP_AFTER

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
) {
  const waitForAll = isbot(request.headers.get('user-agent') ?? '')
  return new Promise<Response>((resolve, reject) => {
    let hasStarted = false
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer
        context={remix}
        url={request.url}
        nonce={context.nonce}
        abortDelay={GIVE_UP_AFTER}
      />,
      {
        nonce: context.nonce,
        [waitForAll ? 'onAllReady' : 'onShellReady']() {
          hasStarted = true
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
        onError(error: unknown) {
          if (hasStarted) log.error({ requestId: context.requestId, err: error }, 'render failed')
        },
      },
    )
    setTimeout(abort, GIVE_UP_AFTER + 1_000)
  })
}

/** Errors that page() did not turn into an answer; addresses that are no page are not worth a line. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
) {
  if (request.signal.aborted) return
  if (
    error instanceof Error &&
    /^No route matches|method is not allowed|did not provide/.test(error.message)
  )
    return
  log.error({ requestId: context.requestId, err: error }, 'unexpected error')
}
