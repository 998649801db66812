import { visitorPage } from '#app/http/page.ts'
import { editionSchema } from '#server/software/editions/views.ts'

/** What the JSON files of editions look like. */
export const loader = visitorPage(() =>
  Promise.resolve(
    new Response(JSON.stringify(editionSchema(), null, 2), {
      headers: {
        'Content-Type': 'application/schema+json',
        'Access-Control-Allow-Origin': '*',
        'Cache-Control': 'no-cache',
      },
    }),
  ),
)
