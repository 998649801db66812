import { resource } from '#app/http/resource.ts'
import { reportFile } from '#server/concepts/equipment/report/views.ts'

/** The same figures for a table program. */
export const loader = resource(async ({ actor, request }) => {
  const { name, text } = await reportFile(actor, new URL(request.url).searchParams)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
