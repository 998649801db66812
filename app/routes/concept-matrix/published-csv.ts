import { visitorResource } from '#app/http/resource.ts'
import { publishedMatrixFile } from '#server/concepts/matrix/views.ts'
import { asFile } from './components/as-file.ts'
import { whichOf } from './components/which.ts'

/** All 24 competencies of what is published for a table program. */
export const loader = visitorResource(async ({ actor, params, request }) =>
  asFile(
    await publishedMatrixFile(
      actor,
      params.school ?? '',
      new URL(request.url).searchParams,
      whichOf(params),
    ),
  ),
)
