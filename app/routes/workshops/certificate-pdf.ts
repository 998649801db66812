import { resource } from '#app/http/resource.ts'
import { certificatePdf } from '#server/medialab/workshops/after/views.ts'

/** For the person who was there, and nobody else. */
export const loader = resource(async ({ actor, params }) => {
  const bytes = await certificatePdf(actor, params.workshop ?? '')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': 'attachment; filename="teilnahmebescheinigung.pdf"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
