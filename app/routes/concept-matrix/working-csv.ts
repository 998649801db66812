import { resource } from '#app/http/resource.ts'
import { workingMatrixFile } from '#server/concepts/matrix/views.ts'
import { asFile } from './components/as-file.ts'

/** All 24 competencies of the working copy for a table program. */
export const loader = resource(async ({ actor, params, request }) =>
  asFile(await workingMatrixFile(actor, params.school ?? '', new URL(request.url).searchParams)),
)
