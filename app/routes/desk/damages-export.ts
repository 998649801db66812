import { resource } from '#app/http/resource.ts'
import { damageTable } from '#server/medialab/desk/damages/views.ts'

/** Damages for a table program. */
export const loader = resource(async ({ actor, request }) => {
  const text = await damageTable(actor, new URL(request.url).searchParams.get('stand') ?? '')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="schaeden.csv"',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-store',
    },
  })
})
