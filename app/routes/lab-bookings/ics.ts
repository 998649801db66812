import { resource } from '#app/http/resource.ts'
import { icsFor } from '#server/medialab/calendars/views.ts'

/** A booking as a file for the calendar. */
export const loader = resource(async ({ actor, params }) => {
  const { name, text } = await icsFor(actor, params.booking ?? '')
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
})
