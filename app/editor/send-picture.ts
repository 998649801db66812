import { newClientKey } from '#app/ui/drafts.ts'
import type { Children, Sent } from '#server/files/contract.ts'
import { paths } from '#server/files/paths.ts'
export type Sending = { file: File; children: Children; documentId: string }
export type Outcome = { sent: Sent } | { errors: Record<string, string[]> }
export function sendPicture(
  { file, children, documentId }: Sending,
  onProgress: (part: number) => void,
): { done: Promise<Outcome>; stop: () => void } {
  const request = new XMLHttpRequest()
  const done = new Promise<Outcome>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(JSON.parse(request.responseText) as Outcome)
    request.onerror = () => resolve({ errors: { file: ['Das Hochladen ist abgebrochen.'] } })
    request.open('POST', paths.upload())
    const data = new FormData()
    data.set('thingKind', 'document')
    data.set('thingId', documentId)
    data.set('clientKey', newClientKey())
    data.set('children', children)
    data.set('file', file)
    request.send(data)
  })
  return { done, stop: () => request.abort() }
}
