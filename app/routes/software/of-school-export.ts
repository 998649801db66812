import { resource } from '#app/http/resource.ts'
import { softwareFile } from '#server/software/adoption/school/views.ts'

/** What the school decided about apps, for a table program. */
export const loader = resource(async ({ actor, params }) => {
  const { name, text } = await softwareFile(actor, params.school ?? '')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
