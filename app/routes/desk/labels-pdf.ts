import { resource } from '#app/http/resource.ts'
import { labelSheets } from '#server/medialab/desk/labels/views.ts'

/** Sheets of stickers on paper. */
export const loader = resource(async ({ actor, request }) => {
  const bytes = await labelSheets(actor, new URL(request.url).searchParams.getAll('angebot'))
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': 'attachment; filename="etiketten.pdf"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
