import { visitorPage } from '#app/http/page.ts'
import { exportFor } from '#server/projects/exporting/views.ts'

/** A published Vorhaben as a file; visitors get what is public. */
export const loader = visitorPage(async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get('format')
  const { name, type, text } = await exportFor(actor, params.project ?? '', wanted)
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
