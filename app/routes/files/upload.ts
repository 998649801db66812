import { redirect } from '@remix-run/node'
import { resource, upload } from '#app/http/resource.ts'
import { uploadInput } from '#server/files/inputs.ts'
import { takeFile } from '#server/files/uploads/commands.ts'
import { sentenceFor } from '#server/files/words.ts'

/** Nobody is to come here; who types the address lands at home. */
export const loader = resource(() => Promise.resolve(redirect('/heute')))

export const action = upload(uploadInput, async ({ actor, input, file }) => {
  const sent = await takeFile(actor, input, file)
  return { json: sent, sentence: sentenceFor(sent) }
})
