/** A body that is no form with files, or is cut off: 400. */
export class MalformedBody extends Error {
  override name = 'MalformedBody'
}

/** A field of a form; with a file name it is a file. Its bytes are there until the next part is asked for. */
export type Part = { name: string; fileName: string | null; bytes: AsyncIterable<Buffer> }

const LONGEST_HEAD = 4 * 1024
const LINE = '\r\n'

/** What the parts of a form with files are separated by; undefined for another kind of body. */
export function boundaryOf(contentType: string | null): string | undefined {
  const found =
    /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70})(?=[\s;,]|$))/i.exec(
      contentType ?? '',
    )
  return found?.[1] ?? found?.[2]
}

/**
 * Reads a form with files (RFC 7578) piece by piece, so that a large file is never in memory as a whole.
 * `request.formData()` would hold it several times.
 */
export async function* partsOf(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  const source = new Source(body)
  const separator = Buffer.from(`${LINE}--${boundary}`)
  // The first separator has no line end before it.
  source.unread(Buffer.from(LINE))
  await drain(source.until(separator))
  while (await isFollowedByPart(source)) {
    const head = parseHead(await source.line(`${LINE}${LINE}`, LONGEST_HEAD))
    const bytes = source.until(separator)
    yield { ...head, bytes }
    await drain(bytes)
  }
}

/** After a separator: a line end and a part, or "--" and nothing more. */
async function isFollowedByPart(source: Source): Promise<boolean> {
  const mark = (await source.take(2)).toString('latin1')
  if (mark === '--') return false
  if (mark !== LINE) throw new MalformedBody('a separator ends oddly')
  return true
}

async function drain(bytes: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of bytes);
}

/** Browsers send names as UTF-8 and write a quotation mark as %22. */
function parseHead(head: Buffer): { name: string; fileName: string | null } {
  const line = head
    .toString('utf8')
    .split(LINE)
    .find((one) => /^content-disposition:\s*form-data\s*;/i.test(one))
  const name = /;\s*name="([^"]*)"/i.exec(line ?? '')?.[1]
  if (name === undefined) throw new MalformedBody('a part has no name')
  const fileName = /;\s*filename="([^"]*)"/i.exec(line ?? '')?.[1]
  return { name, fileName: fileName?.replaceAll('%22', '"') ?? null }
}

/** A stream of bytes from which one takes as much as one wants. Holds two pieces of it at most. */
class Source {
  readonly #pieces: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)

  constructor(body: AsyncIterable<Uint8Array>) {
    this.#pieces = body[Symbol.asyncIterator]()
  }

  unread(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more()
    return this.#cut(count)
  }

  /** Everything up to a mark, which is taken too. */
  async line(mark: string, longest: number): Promise<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      if (at > longest || (at < 0 && this.#held.length > longest))
        throw new MalformedBody('a part has a long head')
      if (at >= 0) return this.#cut(at + mark.length)
      await this.#more()
    }
  }

  /** Everything up to a mark in pieces, as they come; the mark is taken too. Going on later goes on there. */
  until(mark: Buffer): AsyncIterable<Buffer> {
    let isOver = false
    const next = async (): Promise<IteratorResult<Buffer>> => {
      while (!isOver) {
        const at = this.#held.indexOf(mark)
        if (at >= 0) {
          isOver = true
          const last = this.#cut(at)
          this.#cut(mark.length)
          if (last.length > 0) return { done: false, value: last }
          break
        }
        // The mark may have begun in the last bytes.
        const safe = this.#held.length - mark.length + 1
        if (safe > 0) return { done: false, value: this.#cut(safe) }
        await this.#more()
      }
      return { done: true, value: undefined }
    }
    return { [Symbol.asyncIterator]: () => ({ next }) }
  }

  #cut(count: number): Buffer {
    const cut = this.#held.subarray(0, count)
    this.#held = this.#held.subarray(count)
    return cut
  }

  async #more(): Promise<void> {
    const piece = await this.#pieces.next()
    if (piece.done) throw new MalformedBody('the body is cut off')
    this.#held = Buffer.concat([this.#held, piece.value])
  }
}
