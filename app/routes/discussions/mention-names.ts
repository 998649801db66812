import { page } from '#app/http/page.ts'
import { namesFor } from '#server/discussions/views.ts'

/** The names one can mention, asked for by the script once somebody types "@". */
export const loader = page(async ({ actor, params }) =>
  Response.json(await namesFor(actor, params.plg ?? '')),
)
