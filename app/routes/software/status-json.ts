import { visitorPage } from '#app/http/page.ts'
import { NotFound } from '#server/platform/errors.ts'
import { statusFor } from '#server/software/decisions/history/views.ts'

/** Read by programs of other systems. */
export const loader = visitorPage(async ({ params }) => {
  const status = await statusFor(params.app ?? '').catch((error: unknown) => {
    if (error instanceof NotFound) return null
    throw error
  })
  return Response.json(status ?? { error: 'not found' }, {
    status: status ? 200 : 404,
    headers: { 'Cache-Control': 'no-cache', 'Access-Control-Allow-Origin': '*' },
  })
})
