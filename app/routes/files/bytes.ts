import { sendFile } from '#app/http/file-answer.ts'
import { visitorResource } from '#app/http/resource.ts'
import { servingInput } from '#server/files/inputs.ts'
import { bytesOf, fileToServe } from '#server/files/views.ts'

/** Visitors get the pictures of what is public; for all else they are led to signing in. */
export const loader = visitorResource(
  async ({ actor, params, request, context }) => {
    const asked = new URL(request.url).searchParams
    const wanted = servingInput.parse({ version: asked.get('version'), width: asked.get('breite') })
    const { key, ...file } = await fileToServe(actor, params.file ?? '', wanted)
    return sendFile(request, context, { ...file, open: (range) => bytesOf({ key }, range) })
  },
  { signIn: true },
)
