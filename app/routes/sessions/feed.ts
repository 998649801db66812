import { visitorPage } from '#app/http/page.ts'
import { feedFor } from '#server/plg/sessions/feed/views.ts'

const withoutEnding = (part: string | undefined) => part?.replace(/\.ics$/, '')

/** Asked by programs that have no session: the address itself is the key. */
export const loader = visitorPage(async ({ params }) => {
  const text = await feedFor(withoutEnding(params.key) ?? '', withoutEnding(params.one))
  if (text === undefined)
    return new Response('Diese Kalenderadresse gilt nicht (mehr).\n', {
      status: 404,
      headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
    })
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="lernen25.ics"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    },
  })
})
