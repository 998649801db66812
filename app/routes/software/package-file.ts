import { resource } from '#app/http/resource.ts'
import { NotFound } from '#server/platform/errors.ts'
import { PACKAGE_FORMATS, PARTS } from '#server/software/packages/contract.ts'
import { packageFile } from '#server/software/packages/views.ts'

/** One part of the papers of a school, as a file to keep. */
export const loader = resource(async ({ actor, params, request }) => {
  const query = new URL(request.url).searchParams
  const part = PARTS.find((one) => one === query.get('teil'))
  const format = PACKAGE_FORMATS.find((one) => one === query.get('format'))
  if (!part || !format) throw new NotFound()
  const asked = { use: query.get('nutzung') ?? '', school: query.get('schule') ?? '' }
  const { name, type, bytes } = await packageFile(actor, params.app ?? '', {
    ...{ ...asked, part, format },
  })
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
