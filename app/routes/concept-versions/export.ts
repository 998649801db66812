import { visitorResource } from '#app/http/resource.ts'
import { isFormat } from '#server/concepts/exporting/contract.ts'
import { exportFor } from '#server/concepts/exporting/views.ts'
import { NotFound } from '#server/platform/errors.ts'
import { numberOf } from './components/number-of.ts'

/** A version as a file to keep, for whoever reads it: with the parts that they read. */
export const loader = visitorResource(async ({ actor, params, request, context }) => {
  const format = new URL(request.url).searchParams.get('format')
  if (!isFormat(format)) throw new NotFound()
  const by = { actor, network: context.network }
  const file = await exportFor(by, params.school ?? '', numberOf(params.number), format)
  const { name, type, bytes } = file
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
