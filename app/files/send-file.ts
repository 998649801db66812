import { LIMITS, type Children, type Sent } from '#server/files/contract.ts'
import { paths } from '#server/files/paths.ts'
import { faultWords, refusals } from '#server/files/words.ts'

/** What a file is sent for: a thing, or a file of which it is a new version. */
export type SendTo = { thingKind: string; thingId: string } | { of: string }

export type Sending = {
  to: SendTo
  file: File
  children?: Children
  /** The same key again is the same file: a try after a lost answer doubles nothing. */
  clientKey: string
  /** From 0 to 1; at 1 all is sent and the server looks at it. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Why a file did not arrive, in a sentence for the person. */
export class NotSent extends Error {
  override name = 'NotSent'
  constructor(
    message: string,
    readonly why: 'refused' | 'signed-out' | 'trouble' | 'aborted',
    /** The field of the form that the sentence is about. */
    readonly field = '',
  ) {
    super(message)
  }
}

/** The pauses before the next tries, where the line or the server was away. */
const PAUSES = [1_000, 4_000]

/**
 * Sends a file and says how far it is. What went wrong on the way is tried again by itself, with the same key.
 *
 * @throws NotSent
 */
export async function sendFile(sending: Sending, pauses = PAUSES): Promise<Sent> {
  const early = refusedEarly(sending.file)
  if (early) throw new NotSent(early, 'refused', 'file')
  for (let tries = 0; ; tries++)
    try {
      return await sendOnce(sending)
    } catch (error) {
      const pause = pauses[tries]
      if (!(error instanceof NotSent) || error.why !== 'trouble' || pause === undefined) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
      if (sending.signal?.aborted) throw new NotSent(WORDS.aborted, 'aborted')
    }
}

const BY_ENDING: Record<string, keyof typeof faultWords> = {
  svg: 'svg',
  html: 'markup',
  htm: 'markup',
  docm: 'macros',
  xlsm: 'macros',
  pptm: 'macros',
  doc: 'oldOffice',
  xls: 'oldOffice',
  ppt: 'oldOffice',
  rtf: 'oldOffice',
  zip: 'archive',
  exe: 'program',
  mov: 'film',
}

/** What the server would refuse anyway is said before it travels. The server judges by the content. */
export function refusedEarly({ name, size, type }: { name: string; size: number; type: string }) {
  if (size > LIMITS.file) return refusals.tooLarge
  if (size === 0) return faultWords.empty
  if (/^image\/hei[cf]/.test(type)) return faultWords.heic
  const fault = BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '']
  return fault && faultWords[fault]
}

const WORDS = {
  offline: 'Keine Verbindung. Die Datei wurde nicht gesendet.',
  signedOut:
    'Ihre Sitzung ist beendet. Melden Sie sich in einem neuen Tab an und senden Sie dann erneut.',
  busy: 'Der Dienst ist gerade überlastet. Bitte versuchen Sie es in einer Minute erneut.',
  failed: 'Das hat nicht geklappt. Der Fehler liegt bei uns und ist notiert.',
  aborted: 'Abgebrochen.',
}

/** Only XMLHttpRequest tells how much has been sent. */
function sendOnce({ to, file, children, clientKey, onProgress, signal }: Sending): Promise<Sent> {
  const form = new FormData()
  const fields = { ...to, clientKey, ...(children ? { children } : {}) }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const fail = (error: NotSent) => reject(error)
    request.open('POST', paths.upload())
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status === 200 && answer) resolve(answer as Sent)
      else fail(reasonFor(request.status, answer))
    }
    request.onerror = () => fail(new NotSent(WORDS.offline, 'trouble'))
    request.onabort = () => fail(new NotSent(WORDS.aborted, 'aborted'))
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    if (signal?.aborted) return fail(new NotSent(WORDS.aborted, 'aborted'))
    signal?.addEventListener('abort', abort)
    request.send(form)
  })
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return null
  }
}

/** The server's own sentence where it has one; before its pages it answers without. */
function reasonFor(status: number, answer: Record<string, unknown> | null): NotSent {
  const { message, field } = (answer ?? {}) as { message?: string; field?: string }
  if (status === 401) return new NotSent(WORDS.signedOut, 'signed-out')
  if (status === 413) return new NotSent(refusals.tooLarge, 'refused', 'file')
  if (status === 503 || status === 408) return new NotSent(message ?? WORDS.busy, 'trouble')
  if (status >= 400 && status < 500) return new NotSent(message ?? WORDS.failed, 'refused', field)
  return new NotSent(message ?? WORDS.failed, 'trouble')
}

/** A key for the next file. `crypto.randomUUID` is missing where a page came without https. */
export function freshKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
