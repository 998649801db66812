import { resource } from '#app/http/resource.ts'
import { stockListFile } from '#server/concepts/equipment/stock/views.ts'

/** The list to be filled in with a table program, with what is known. */
export const loader = resource(async ({ actor, params }) => {
  const { name, text } = await stockListFile(actor, params.school ?? '')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
