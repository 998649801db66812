import { resource } from '#app/http/resource.ts'
import { budgetFile } from '#server/support/budget/views.ts'

/** The budget line of a year for a table program. */
export const loader = resource(async ({ actor, request }) => {
  const { name, text } = await budgetFile(actor, new URL(request.url).searchParams.get('jahr'))
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
