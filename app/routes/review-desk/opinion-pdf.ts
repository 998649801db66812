import { resource } from '#app/http/resource.ts'
import { numberIn } from '#server/software/proposing/paths.ts'
import { opinionPdf } from '#server/software/review/opinions/views.ts'

/** The signed opinion on paper, for the desk. */
export const loader = resource(async ({ actor, params }) => {
  const number = numberIn(params.number)
  const bytes = await opinionPdf(actor, number)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `attachment; filename="stellungnahme-${number}.pdf"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
