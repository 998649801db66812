import { sendFile } from '#app/http/file-answer.ts'
import { resource } from '#app/http/resource.ts'
import { servingInput } from '#server/files/inputs.ts'
import { bytesOf, fileToServe } from '#server/files/views.ts'

export const loader = resource(async ({ actor, params, request, context }) => {
  const asked = new URL(request.url).searchParams
  const wanted = servingInput.parse({ version: asked.get('version'), width: asked.get('breite') })
  const { key, ...file } = await fileToServe(actor, params.file ?? '', wanted)
  return sendFile(request, context, { ...file, open: (range) => bytesOf({ key }, range) })
})
