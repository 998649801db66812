import { sendFile } from '#app/http/file-answer.ts'
import { visitorResource } from '#app/http/resource.ts'
import { bytesOf } from '#server/files/views.ts'
import { documentFile } from '#server/software/products/views.ts'

/** A document of an app as a file, for whoever may read it. */
export const loader = visitorResource(async ({ actor, params, request, context }) => {
  const { key, ...file } = await documentFile(actor, params.app ?? '', params.document ?? '')
  return sendFile(request, context, { ...file, open: (range) => bytesOf({ key }, range) })
})
