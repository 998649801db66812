import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderWhole } from '#app/http/render-whole.ts'
import { HeldHtml } from '#app/ui/stored-html.tsx'
import { log } from '#server/platform/log.ts'

// The launcher takes these off the build, so that pages, sockets and jobs share one set of modules.
export { logFatal, openHouse, readSettings, runCommand } from '#server/open.ts'

const GIVE_UP_AFTER = 8_000

export const streamTimeout = GIVE_UP_AFTER

/**
 * Renders a page whole and compresses it in one go. Nothing on our pages arrives late, so streaming
 * would only cost: a flush of the compressor for each of many small pieces.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, encoding, held }: AppLoadContext,
) {
  const page = (
    <HeldHtml.Provider value={held}>
      <RemixServer context={remix} url={request.url} nonce={nonce} />
    </HeldHtml.Provider>
  )
  const body = compressed(await renderWhole(page, { nonce, giveUpAfter: GIVE_UP_AFTER }), encoding)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Length', String(body.byteLength))
  headers.append('Vary', 'Accept-Encoding')
  if (encoding !== 'identity') headers.set('Content-Encoding', encoding)
  return new Response(body, { status, headers })
}

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }

function compressed(page: Buffer, encoding: AppLoadContext['encoding']): Uint8Array<ArrayBuffer> {
  if (encoding === 'br') return new Uint8Array(brotliCompressSync(page, BROTLI))
  return new Uint8Array(encoding === 'gzip' ? gzipSync(page, { level: 3 }) : page)
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
