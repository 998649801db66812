import { data } from '@remix-run/node'
import { Refusal, TooMany } from '#server/platform/errors.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { type Incoming, keepIncoming, TooLarge } from '#server/platform/incoming.ts'
import { boundaryOf, MalformedBody, type Part, partsOf } from '#server/platform/multipart.ts'
import { LIMITS } from '#server/files/contract.ts'
import { refusals } from '#server/files/words.ts'

/** safety.md RL-4. */
const MOST_FIELDS = 20
const LARGEST_FIELD = 4 * 1024
const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9]{0,59}$/

/** So many arrive at once, slow as they may be: they lie on disk, not in memory. Nobody has to wait for a slow one. */
const arriving = fewAtOnce(40, 0)
/** Of one person. */
const MOST_OF_ONE = 4
const SOON = 10
const ofPerson = new Map<string, number>()

export type Sent = { fields: FormData; file: { name: string; incoming: Incoming } | null }

/**
 * Reads a form with one file, which goes to disk as it comes. Whoever gets it discards it.
 *
 * @throws 400 for what is no such form, a Refusal for a file that is too large, TooMany and Busy when too many arrive
 */
export async function readUpload(request: Request, personId: string): Promise<Sent> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) throw data({}, { status: 400 })
  const running = ofPerson.get(personId) ?? 0
  if (running >= MOST_OF_ONE) throw new TooMany(SOON)
  ofPerson.set(personId, running + 1)
  const sent: Sent = { fields: new FormData(), file: null }
  const body = stoppable(request)
  try {
    await arriving(() => readParts(partsOf(body, boundary), sent))
    return sent
  } catch (error) {
    await sent.file?.incoming.discard()
    if (!(error instanceof MalformedBody)) throw error
    throw data({}, { status: 400 })
  } finally {
    await drain(body)
    const left = (ofPerson.get(personId) ?? 1) - 1
    if (left > 0) ofPerson.set(personId, left)
    else ofPerson.delete(personId)
  }
}

type Body = AsyncIterable<Uint8Array>

/** The body, to be read on where somebody stopped. */
function stoppable(request: Request): Body {
  const pieces = (request.body as unknown as Body)[Symbol.asyncIterator]()
  const next = () =>
    pieces.next().catch(() => {
      throw new MalformedBody('the browser has gone')
    })
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

/**
 * Reads what is left. A browser reads no answer before it has sent all; the front door has seen to it that
 * there is an end.
 */
async function drain(body: Body): Promise<void> {
  try {
    for await (const _ of body);
  } catch {
    // Whoever sent it has gone.
  }
}

/** For an upload that is refused before anything of it was read. */
export async function ignoreBody(request: Request): Promise<void> {
  if (request.body && !request.bodyUsed && !request.body.locked) await drain(stoppable(request))
}

async function readParts(parts: AsyncIterable<Part>, sent: Sent): Promise<void> {
  let isTooLarge = false
  let count = 0
  for await (const part of parts) {
    count++
    if (count > MOST_FIELDS || !FIELD_NAME.test(part.name)) throw new MalformedBody('odd fields')
    if (part.fileName === null) sent.fields.append(part.name, await textOf(part))
    else if (part.name !== 'file' || sent.file) throw new MalformedBody('an odd file')
    // A form without a chosen file sends one without a name.
    else if (part.fileName !== '') {
      try {
        const incoming = await keepIncoming(part.bytes, LIMITS.file)
        sent.file = { name: part.fileName, incoming }
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error
        isTooLarge = true
      }
    }
  }
  if (isTooLarge) throw new Refusal(refusals.tooLarge, 'file')
}

async function textOf({ bytes }: Part): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > LARGEST_FIELD) throw new MalformedBody('a long field')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8').toWellFormed()
}
