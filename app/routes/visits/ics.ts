import { resource } from '#app/http/resource.ts'
import { icsFor } from '#server/visits/calendar/views.ts'

/** An agreed visit as a file for the calendar. */
export const loader = resource(async ({ actor, params }) => {
  const { name, text } = await icsFor(actor, params.visit ?? '')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
