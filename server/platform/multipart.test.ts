import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundaryOf, MalformedBody, partsOf } from './multipart.ts'

type Field = { name: string; fileName: string | null; bytes: Buffer }

/** A form as a browser writes it. */
function written(fields: Field[], boundary: string): Buffer {
  const parts = fields.flatMap(({ name, fileName, bytes }) => {
    const file = fileName === null ? '' : `; filename="${fileName.replaceAll('"', '%22')}"`
    const type = fileName === null ? '' : '\r\nContent-Type: application/octet-stream'
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}${type}`
    return [Buffer.from(`${head}\r\n\r\n`), bytes, Buffer.from('\r\n')]
  })
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** The body in pieces of any size, as a network brings it. */
async function* inPieces(body: Buffer, sizes: number[]) {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield await Promise.resolve(body.subarray(at, at + size))
    at += size
  }
}

async function read(body: Buffer, boundary: string, sizes = [64]): Promise<Field[]> {
  const fields: Field[] = []
  for await (const { name, fileName, bytes } of partsOf(inPieces(body, sizes), boundary)) {
    const pieces: Buffer[] = []
    for await (const piece of bytes) pieces.push(Buffer.from(piece))
    fields.push({ name, fileName, bytes: Buffer.concat(pieces) })
  }
  return fields
}

const boundary = 'x--b'
/** Bytes that often look like a separator, or nearly. */
const bytes = fc
  .array(
    fc.oneof(
      fc.constantFrom('\r\n', '--', '\r\n--', '\r\n--x', '\r\n--x-', '\r', 'x--'),
      fc.string(),
    ),
  )
  .map((texts) => Buffer.from(texts.join(''), 'latin1'))
  .filter((content) => !Buffer.concat([Buffer.from('\r\n'), content]).includes('\r\n--x--b'))
const field = fc.record({
  name: fc.stringMatching(/^[a-zA-Z]{1,20}$/),
  fileName: fc.option(fc.string({ maxLength: 20 }).map((name) => name.replaceAll(/[%\r\n]/g, ''))),
  bytes,
})

test('what a browser writes comes out again, however the network cuts it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(field, { maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (fields, sizes) => {
        expect(await read(written(fields, boundary), boundary, sizes)).toEqual(fields)
      },
    ),
  )
})

test('a part that nobody reads is passed over', async () => {
  const fields = ['a', 'b', 'c'].map((name) => ({ name, fileName: null, bytes: Buffer.alloc(300) }))
  const names: string[] = []
  for await (const part of partsOf(inPieces(written(fields, boundary), [50]), boundary)) {
    names.push(part.name)
    if (part.name === 'b') for await (const _ of part.bytes) break
  }
  expect(names).toEqual(['a', 'b', 'c'])
})

test('agrees with the parser of the platform', async () => {
  const form = new FormData()
  form.set('thingKind', 'document')
  form.set('file', new Blob([new Uint8Array(70_000).fill(7)]), 'Übung "4" – ß.pdf')
  const answer = new Response(form)
  const type = answer.headers.get('content-type')
  const fields = await read(Buffer.from(await answer.arrayBuffer()), boundaryOf(type) ?? '', [4096])
  expect(fields.map(({ name, fileName }) => [name, fileName])).toEqual([
    ['thingKind', null],
    ['file', 'Übung "4" – ß.pdf'],
  ])
  expect(fields[1]?.bytes.length).toBe(70_000)
})

describe('a broken body ends in an error, not in waiting', () => {
  const whole = written([{ name: 'a', fileName: null, bytes: Buffer.from('x') }], boundary)
  test.each<[string, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['without any separator', Buffer.alloc(5_000, 'x')],
    ['cut off in the head', whole.subarray(0, 20)],
    ['cut off in the bytes', whole.subarray(0, whole.length - 10)],
    ['a head without end', Buffer.from(`--${boundary}\r\n${'X: y\r\n'.repeat(5_000)}`)],
    ['a part without a name', Buffer.from(`--${boundary}\r\nX: y\r\n\r\nx\r\n--${boundary}--`)],
    ['an odd separator', Buffer.from(`--${boundary}xx\r\n\r\nx\r\n--${boundary}--`)],
  ])('%s', async (_what, body) => {
    await expect(read(body, boundary, [7])).rejects.toThrow(MalformedBody)
  })
})

test.each([
  [null, undefined],
  ['application/x-www-form-urlencoded', undefined],
  ['multipart/form-data', undefined],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, undefined],
  ['multipart/form-data; boundary=----WebKitFormBoundaryABC', '----WebKitFormBoundaryABC'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
])('the separator of %s', (type, separator) => {
  expect(boundaryOf(type)).toBe(separator)
})
