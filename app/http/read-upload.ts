import { data } from '@remix-run/node'
import { Refusal, TooMany } from '#server/platform/errors.ts'
import { fewAtOnce } from '#server/platform/few-at-once.ts'
import { type Incoming, keepIncoming, TooLarge } from '#server/platform/incoming.ts'
import { boundaryOf, MalformedBody, type Part, partsOf } from '#server/platform/multipart.ts'
import { LIMITS, type Room } from '#server/files/contract.ts'
import { refusals } from '#server/files/words.ts'

/** safety.md RL-4. */
const MOST_FIELDS = 20
/** Whoever chooses more than are taken is to read how many are. */
const MOST_PARTS = 100
const LARGEST_FIELD = 4 * 1024
/** As the front door has it for forms without files. */
const LARGEST_FORM = 256 * 1024
const FIELD_NAME = /^[a-zA-Z][a-zA-Z0-9]{0,59}$/

/** So many arrive at once, slow as they may be: they lie on disk, not in memory. Nobody has to wait for a slow one. */
const arriving = fewAtOnce(40, 0)
/** Of one person. */
const MOST_OF_ONE = 4
const SOON = 10
const ofPerson = new Map<string, number>()

export type Given = { name: string; incoming: Incoming }
export type Sent = { fields: FormData; file: Given | null }

/** What came. With `trouble` the fields are whole and the files are not. */
export type Arrived = { fields: FormData; files: Given[]; trouble: Refusal | TooMany | null }

/**
 * Reads a form with one file, which goes to disk as it comes. Whoever gets it discards it.
 *
 * @throws 400 for what is no such form, a Refusal for a file that is too large, TooMany and Busy when too many arrive
 */
export async function readUpload(request: Request, personId: string): Promise<Sent> {
  const room = { files: 1, bytes: LIMITS.file, tooMany: '', tooLarge: refusals.tooLarge }
  const { fields, files, trouble } = await readArriving(request, personId, room, LARGEST_FIELD)
  const [file = null] = files
  if (!trouble) return { fields, file }
  await file?.incoming.discard()
  // No form of ours sends two.
  throw trouble.message === '' ? data({}, { status: 400 }) : trouble
}

export const isMultipart = (request: Request) =>
  boundaryOf(request.headers.get('content-type')) !== undefined

/**
 * Reads the form of a page that brings files along. A file that does not fit is no reason to lose what was typed: it
 * is left out, and told as `trouble`.
 *
 * @param room null: no file is taken any more, whatever comes; only the fields are read
 * @throws 400 for what is no such form; TooMany and Busy when too many arrive
 */
export function readFormWithFiles(
  request: Request,
  who: string,
  room: Room | null,
): Promise<Arrived> {
  return readArriving(request, who, room, LARGEST_FORM)
}

async function readArriving(
  request: Request,
  who: string,
  room: Room | null,
  longest: number,
): Promise<Arrived> {
  const boundary = boundaryOf(request.headers.get('content-type'))
  if (!boundary || !request.body) throw data({}, { status: 400 })
  const running = ofPerson.get(who) ?? 0
  if (running >= MOST_OF_ONE) throw new TooMany(SOON)
  ofPerson.set(who, running + 1)
  const sent: Arrived = { fields: new FormData(), files: [], trouble: null }
  const body = stoppable(request)
  try {
    await arriving(() => readParts(partsOf(body, boundary), sent, { room, longest }))
    return sent
  } catch (error) {
    await discard(sent.files)
    if (!(error instanceof MalformedBody)) throw error
    throw data({}, { status: 400 })
  } finally {
    await drain(body)
    const left = (ofPerson.get(who) ?? 1) - 1
    if (left > 0) ofPerson.set(who, left)
    else ofPerson.delete(who)
  }
}

export async function discard(files: Given[]): Promise<void> {
  for (const { incoming } of files) await incoming.discard()
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

type Reading = { room: Room | null; longest: number }

async function readParts(
  parts: AsyncIterable<Part>,
  sent: Arrived,
  { room, longest }: Reading,
): Promise<void> {
  let count = 0
  let fields = 0
  let left = longest
  for await (const part of parts) {
    if (++count > MOST_PARTS || !FIELD_NAME.test(part.name)) throw new MalformedBody('odd fields')
    if (part.fileName === null) {
      if (++fields > MOST_FIELDS) throw new MalformedBody('many fields')
      const text = await textOf(part, left)
      // Of a form all fields together have a limit, of an upload each one.
      if (longest > LARGEST_FIELD) left -= Buffer.byteLength(text)
      sent.fields.append(part.name, text)
    } else if (part.name !== 'file') throw new MalformedBody('an odd file')
    // A form without a chosen file sends one without a name.
    else if (part.fileName !== '' && room) await keepFile(part.fileName, part, sent, room)
  }
}

async function keepFile(name: string, { bytes }: Part, sent: Arrived, room: Room): Promise<void> {
  if (sent.trouble) return
  if (sent.files.length >= room.files) {
    sent.trouble = new Refusal(room.tooMany, 'file')
    return
  }
  const used = sent.files.reduce((sum, { incoming }) => sum + incoming.bytes, 0)
  try {
    sent.files.push({ name, incoming: await keepIncoming(bytes, room.bytes - used) })
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error
    sent.trouble = new Refusal(room.tooLarge, 'file')
  }
}

async function textOf({ bytes }: Part, longest: number): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > longest) throw new MalformedBody('a long field')
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces).toString('utf8').toWellFormed()
}
