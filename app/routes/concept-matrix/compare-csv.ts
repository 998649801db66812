import { visitorResource } from '#app/http/resource.ts'
import { compareFile } from '#server/concepts/matrix/compare/views.ts'
import { asFile } from './components/as-file.ts'

/** The comparison for a table program. */
export const loader = visitorResource(async ({ actor, request }) =>
  asFile(await compareFile(actor, new URL(request.url).searchParams)),
)
