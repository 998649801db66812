import type { AppLoadContext } from '@remix-run/node'
import { describe, expect, test } from 'vitest'
import { type FileToSend, sendFile } from './file-answer.ts'

const BYTES = Buffer.from('0123456789')

/** A file of ten bytes in five pieces, and what was asked of it. */
function aFile(more: Partial<FileToSend> = {}) {
  const seen = { pulled: 0, cancelled: 0 }
  const file: FileToSend = {
    tag: '"f.1.ganz"',
    mediaType: 'image/png',
    disposition: 'inline; filename="a.png"',
    open: ({ start, end } = { start: 0, end: 9 }) => {
      let at = start
      const stream = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            seen.pulled++
            controller.enqueue(BYTES.subarray(at, Math.min(at + 2, end + 1)))
            at += 2
            if (at > end) controller.close()
          },
          cancel: () => void seen.cancelled++,
        },
        { highWaterMark: 0 },
      )
      return Promise.resolve({ bytes: 10, stream })
    },
    ...more,
  }
  return { file, seen }
}

const context = { drained: () => Promise.resolve() } as AppLoadContext
const ask = (headers: Record<string, string> = {}, method = 'GET', signal?: AbortSignal) =>
  new Request('http://localhost/dateien/f', { headers, method, signal })

describe('a file as an answer', () => {
  test('is private, never a page, and may be kept by its reader only', async () => {
    const answer = await sendFile(ask(), context, aFile().file)
    expect(await answer.text()).toBe('0123456789')
    expect(Object.fromEntries(answer.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=0, must-revalidate, no-transform',
      'content-disposition': 'inline; filename="a.png"',
      'content-length': '10',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'image/png',
      etag: '"f.1.ganz"',
    })
  })

  test.each([
    ['application/pdf', "default-src 'none'"],
    ['text/plain', "sandbox; default-src 'none'"],
    ['video/mp4', "sandbox; default-src 'none'"],
  ])('%s may do: %s', async (mediaType, policy) => {
    const { headers } = await sendFile(ask(), context, aFile({ mediaType }).file)
    expect(headers.get('content-security-policy')).toBe(policy)
  })

  test('is not sent again to whoever has it', async () => {
    const { file, seen } = aFile()
    const answer = await sendFile(ask({ 'if-none-match': 'W/"x", "f.1.ganz"' }), context, file)
    expect([answer.status, await answer.text(), seen.pulled]).toEqual([304, '', 0])
    expect((await sendFile(ask({ 'if-none-match': '"f.2.ganz"' }), context, file)).status).toBe(200)
  })

  test.each([
    ['bytes=2-5', 206, '2345', 'bytes 2-5/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=50-', 416, '', 'bytes */10'],
    ['bytes=0-1,3-4', 200, '0123456789', null],
  ])('in part: %s', async (range, status, body, contentRange) => {
    const answer = await sendFile(ask({ range }), context, aFile().file)
    expect([answer.status, await answer.text()]).toEqual([status, body])
    expect(answer.headers.get('content-range')).toBe(contentRange)
    if (status === 206) expect(answer.headers.get('content-length')).toBe(String(body.length))
  })

  test('a part of another version is the whole of this one', async () => {
    const headers = { range: 'bytes=2-5', 'if-range': '"f.0.ganz"' }
    expect((await sendFile(ask(headers), context, aFile().file)).status).toBe(200)
  })

  test('HEAD opens nothing for long', async () => {
    const { file, seen } = aFile()
    const answer = await sendFile(ask({}, 'HEAD'), context, file)
    expect([answer.headers.get('content-length'), answer.body]).toEqual(['10', null])
    expect(seen).toEqual({ pulled: 0, cancelled: 1 })
  })
})

describe('a slow browser', () => {
  test('is given a piece when the one before is on its way', async () => {
    const { file, seen } = aFile()
    let goOn = () => {}
    const slow = { drained: () => new Promise<void>((resolve) => (goOn = resolve)) }
    const answer = await sendFile(ask(), slow as AppLoadContext, file)
    // Remix reads on and on.
    const read = answer.text()
    for (let pieces = 0; pieces < 5; pieces++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(seen.pulled).toBe(pieces)
      goOn()
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
    goOn()
    expect(await read).toBe('0123456789')
  })

  test('that goes away lets go of the file', async () => {
    const { file, seen } = aFile()
    const gone = new AbortController()
    const answer = await sendFile(ask({}, 'GET', gone.signal), context, file)
    const reader = answer.body?.getReader()
    await reader?.read()
    gone.abort()
    expect(await reader?.read()).toMatchObject({ done: true })
    expect(seen.cancelled).toBe(1)
  })
})
