import { visitorPage } from '#app/http/page.ts'
import { feedFor } from '#server/medialab/calendars/views.ts'

/** Asked by programs that have no session: the address itself is the key. */
export const loader = visitorPage(async ({ params }) => {
  const file = await feedFor((params.key ?? '').replace(/\.ics$/, ''))
  if (!file)
    return new Response('Diese Kalenderadresse gilt nicht (mehr).\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  return new Response(file.text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `inline; filename="${file.name}"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
})
