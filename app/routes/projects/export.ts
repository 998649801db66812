import { visitorPage } from '#app/http/page.ts'
import { exportFor } from '#server/projects/exporting/views.ts'

/** A published Vorhaben as a file; visitors get what is public. */
export const loader = visitorPage(async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get('format')
  const file = await exportFor(actor, params.project ?? '', wanted)
  if (!file) return new Response('Diese Datei gibt es nicht (mehr).', { status: 404 })
  const { name, type, text } = file
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
