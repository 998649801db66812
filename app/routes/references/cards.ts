import { resource } from '#app/http/resource.ts'
import { cardsFor } from '#server/references/views.ts'

/** Live cards of what a text mentions, asked for by the editor. */
export const loader = resource(async ({ actor, request }) => {
  const ids = new URL(request.url).searchParams.get('ids') ?? ''
  return Response.json({ cards: await cardsFor(actor, ids) })
})
