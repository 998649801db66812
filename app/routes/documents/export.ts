import { resource } from '#app/http/resource.ts'
import { isFormat } from '#server/documents/exchange/contract.ts'
import { exportFor } from '#server/documents/exchange/views.ts'
import { NotFound } from '#server/platform/errors.ts'
import { placeOf } from './components/place.ts'

/** A document as a file to keep. */
export const loader = resource(async ({ actor, params, request }) => {
  const format = new URL(request.url).searchParams.get('format')
  if (!isFormat(format)) throw new NotFound()
  const { name, type, bytes } = await exportFor(actor, placeOf(params), format)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      // The name is made of letters, digits and dashes (slugOf).
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
