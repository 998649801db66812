import { resource } from '#app/http/resource.ts'
import { reflectionsFile } from '#server/concepts/reflections/views.ts'

/** The log of a school for a table program. */
export const loader = resource(async ({ actor, params, request }) => {
  const { searchParams } = new URL(request.url)
  const { name, text } = await reflectionsFile(actor, params.school ?? '', searchParams)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
