import { resource } from '#app/http/resource.ts'
import { icsFor } from '#server/plg/sessions/feed/views.ts'

/** One meeting as a file for the calendar. */
export const loader = resource(async ({ actor, params }) => {
  const { name, text } = await icsFor(actor, { plg: params.plg ?? '', number: params.nr ?? '' })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
