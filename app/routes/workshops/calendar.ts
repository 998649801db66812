import { visitorResource } from '#app/http/resource.ts'
import { publicCalendar } from '#server/medialab/workshops/seats/views.ts'

/** All published workshops, for everybody's calendar. */
export const loader = visitorResource(
  async () =>
    new Response(await publicCalendar(), {
      headers: {
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="workshops.ics"',
        'Cache-Control': 'public, max-age=300',
      },
    }),
)
