import { resource } from '#app/http/resource.ts'
import { suggestionsFor } from '#server/references/suggestions/views.ts'

/** What one could mean by the words typed so far, asked for by the script. */
export const loader = resource(async ({ actor, request }) => {
  const { searchParams } = new URL(request.url)
  return Response.json(
    await suggestionsFor(actor, {
      q: searchParams.get('q') ?? '',
      home: searchParams.get('in') ?? '',
      persons: searchParams.get('ohne') !== 'personen',
    }),
  )
})
