import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { aBlackPng, pngPart } from '#db/factories/upload.ts'
import { Busy } from './errors.ts'
import { PictureTrouble, remakePicture } from './pictures.ts'

const folder = mkdtempSync(join(tmpdir(), 'lernen25-picture-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
function remake(bytes: Buffer, widths: number[] = []) {
  const path = join(folder, String(count++))
  writeFileSync(path, bytes)
  return remakePicture(path, widths)
}

const red = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } })

/** A photo as a telephone takes it: lying on its side, with place, camera and owner. */
function aPhoto(): Promise<Buffer> {
  return red(60, 40)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Kamerafirma', Artist: 'Kim Muster' },
      IFD3: { GPSLatitude: '51/1 26/1 5/1', GPSLatitudeRef: 'N', GPSLongitude: '6/1 45/1 9/1' },
    })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .toBuffer()
}

describe('a picture made anew', () => {
  test('has lost place, camera, owner and profile, and stands upright', async () => {
    const photo = await aPhoto()
    const before = await sharp(photo).metadata()
    expect(before.exif?.includes('Kamerafirma')).toBe(true)
    expect(before.orientation).toBe(6)
    const made = await remake(photo, [20])
    expect([made.width, made.height]).toEqual([40, 60])
    for (const bytes of [made.bytes, ...made.smaller.map((copy) => copy.bytes)]) {
      const after = await sharp(bytes).metadata()
      expect([after.exif, after.icc, after.xmp, after.iptc, after.orientation]).toEqual(
        Array(5).fill(undefined),
      )
      expect(bytes.includes('Kamerafirma') || bytes.includes('Exif')).toBe(false)
    }
  })

  test.each(['jpeg', 'png', 'webp'] as const)('%s stays what it is', async (format) => {
    const made = await remake(await red(10, 10).toFormat(format).toBuffer())
    expect(made.mediaType).toBe(`image/${format}`)
    expect((await sharp(made.bytes).metadata()).format).toBe(format)
  })

  test('of a moving picture the first frame is kept', async () => {
    const frames = await sharp([await red(10, 10).png().toBuffer(), aBlackPng(10, 10)], {
      join: { animated: true },
    })
      .gif()
      .toBuffer()
    expect((await sharp(frames).metadata()).pages).toBe(2)
    const made = await remake(frames)
    expect(made.mediaType).toBe('image/png')
    expect([made.width, made.height]).toEqual([10, 10])
  })

  test('has smaller copies, but none that would be larger', async () => {
    const made = await remake(await red(1000, 500).jpeg().toBuffer(), [480, 960, 1600])
    expect(made.smaller.map(({ width }) => width)).toEqual([960, 480])
    for (const { width, bytes } of made.smaller)
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width })
  })

  test('carries nothing of what hung on it', async () => {
    const page = '<script>alert(1)</script>'
    const tagged = Buffer.concat([await red(8, 8).jpeg().toBuffer(), Buffer.from(page)])
    expect((await remake(tagged)).bytes.includes('script')).toBe(false)
    const png = aBlackPng(8, 8)
    const comment = pngPart('tEXt', Buffer.from(`Comment\0${page}`))
    const commented = Buffer.concat([png.subarray(0, 33), comment, png.subarray(33)])
    expect((await remake(commented)).bytes.includes('script')).toBe(false)
  })
})

const faultOf = (bytes: Buffer) =>
  remake(bytes).then(
    () => 'taken',
    (error: unknown) => (error instanceof PictureTrouble ? error.fault : String(error)),
  )

describe('what is no picture, or too much of one', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    [
      'a cut-off JPEG',
      async () => (await red(200, 200).jpeg().toBuffer()).subarray(0, 400),
      'broken',
    ],
    ['a cut-off PNG', () => aBlackPng(300, 300).subarray(0, 70), 'broken'],
    ['a head without a body', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'broken'],
    ['a GIF that is a script', () => Buffer.from('GIF89a/*  */=alert(1)//'), 'broken'],
    ['a drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'broken'],
    [
      'a TIFF',
      () =>
        red(4, 4)
          .tiff()
          .toBuffer()
          .catch(() => Buffer.from('II*\0')),
      'broken',
    ],
    ['100 million points', () => aBlackPng(10_000, 10_000), 'pixels'],
    ['a thousand times a thousand thousand', () => aBlackPng(1, 1_000_000, 1_000_000), 'pixels'],
  ])('%s', async (_what, make, fault) => {
    const began = performance.now()
    expect(await faultOf(await make())).toBe(fault)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  test('a profile that unpacks without end', async () => {
    const png = aBlackPng(8, 8)
    const bomb = deflateSync(Buffer.alloc(100 * 1024 * 1024))
    const profile = pngPart('iCCP', Buffer.concat([Buffer.from('x\0\0'), bomb]))
    const began = performance.now()
    await faultOf(Buffer.concat([png.subarray(0, 33), profile, png.subarray(33)]))
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})

test('40 million points are made anew in time, and the process stays awake', async () => {
  const large = aBlackPng(8_000, 5_000)
  let longest = 0
  let last = performance.now()
  const heart = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 10)
  const began = performance.now()
  const made = await remake(large, [480, 960, 1600])
  clearInterval(heart)
  expect(made.width).toBe(8_000)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(longest).toBeLessThan(500)
})

test('who comes behind a long row is told to come again', async () => {
  const picture = await red(1500, 1500).png().toBuffer()
  const all = await Promise.allSettled(Array.from({ length: 14 }, () => remake(picture, [480])))
  const refused = all.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(4)
  for (const one of refused) expect(one.reason).toBeInstanceOf(Busy)
  await sleep(10)
  expect((await remake(picture)).width).toBe(1500)
})
