import type { AppLoadContext } from '@remix-run/node'
import type { ByteRange, Stored } from '#server/platform/storage-kind.ts'
import { rangeOf } from './byte-range.ts'

export type FileToSend = {
  tag: string
  mediaType: string
  /** The whole header Content-Disposition. */
  disposition: string
  open: (range?: ByteRange) => Promise<Stored>
}

/**
 * Safari shows an empty window for PDFs in a sandbox. A PDF is run by a viewer outside of our origin and is
 * nothing but a PDF to the browser (nosniff), so it does without.
 */
const policyFor = (mediaType: string) =>
  mediaType === 'application/pdf' ? "default-src 'none'" : "sandbox; default-src 'none'"

/**
 * Bytes of a person as an answer (safety.md UP-4). The browser may keep them for itself and asks each time
 * whether it still may show them. nosniff and Cross-Origin-Resource-Policy come from the front door.
 */
export async function sendFile(
  request: Request,
  context: AppLoadContext,
  file: FileToSend,
): Promise<Response> {
  const headers = new Headers({
    ETag: file.tag,
    'Cache-Control': 'private, max-age=0, must-revalidate, no-transform',
    'Content-Security-Policy': policyFor(file.mediaType),
    'Content-Disposition': file.disposition,
    'Content-Type': file.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : file.mediaType,
    'Accept-Ranges': 'bytes',
  })
  if (isKnown(request, file.tag)) return new Response(null, { status: 304, headers })
  const whole = await file.open()
  const range = rangeOf(wantedRange(request, file.tag), whole.bytes)
  if (range === 'none') {
    await whole.stream.cancel()
    headers.set('Content-Range', `bytes */${whole.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  if (range === 'whole') {
    headers.set('Content-Length', String(whole.bytes))
    return new Response(await bodyFor(request, context, whole), { headers })
  }
  await whole.stream.cancel()
  const { start, end } = range
  headers.set('Content-Length', String(end - start + 1))
  headers.set('Content-Range', `bytes ${start}-${end}/${whole.bytes}`)
  const body = await bodyFor(request, context, await file.open(range))
  return new Response(body, { status: 206, headers })
}

const isKnown = (request: Request, tag: string) =>
  (request.headers.get('if-none-match') ?? '').split(',').some((one) => one.trim() === tag)

/** Part of another version behind the first one's beginning would be a broken file. */
function wantedRange({ headers }: Request, tag: string): string | null {
  const unless = headers.get('if-range')
  return unless && unless !== tag ? null : headers.get('range')
}

async function bodyFor(request: Request, context: AppLoadContext, { stream }: Stored) {
  if (request.method !== 'HEAD') return paced(stream, request.signal, context.drained)
  await stream.cancel()
  return null
}

/**
 * Hands on a piece when the one before is on its way. Remix writes as fast as it can read, so a slow browser
 * would have the whole file lie in our memory.
 */
function paced(
  stream: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  drained: () => Promise<void>,
): ReadableStream<Uint8Array> {
  const reader = stream.getReader()
  return new ReadableStream(
    {
      async pull(controller) {
        await drained()
        const { done, value } = signal.aborted
          ? { done: true, value: undefined }
          : await reader.read()
        if (value) controller.enqueue(value)
        if (!done) return
        controller.close()
        await reader.cancel()
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}
