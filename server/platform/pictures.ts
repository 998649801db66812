import type { Sharp } from 'sharp'
import { fewAtOnce } from './few-at-once.ts'

/** safety.md UP-2. */
const MOST_PIXELS = 40_000_000
const SECONDS = 10
/** Two at once leave the other threads to the disk and to passwords; who comes behind eight waits too long. */
const inTurn = fewAtOnce(2, 8)

export type PictureFault = 'pixels' | 'slow' | 'broken'

export class PictureTrouble extends Error {
  override name = 'PictureTrouble'
  constructor(readonly fault: PictureFault) {
    super(fault)
  }
}

/** A picture made anew: upright, without any data beside its pixels. */
export type Picture = {
  mediaType: string
  extension: string
  bytes: Buffer
  width: number
  height: number
  smaller: { width: number; bytes: Buffer }[]
}

type Format = { mediaType: string; extension: string; write: (image: Sharp) => Sharp }

const AS_PNG: Format = {
  mediaType: 'image/png',
  extension: 'png',
  write: (image) => image.png({ compressionLevel: 7 }),
}
/** What a picture becomes, by what it was. Of moving ones the first frame is kept: nothing on our pages moves by itself. */
const FORMATS: Record<string, Format> = {
  jpeg: {
    mediaType: 'image/jpeg',
    extension: 'jpg',
    write: (image) => image.jpeg({ quality: 82 }),
  },
  webp: {
    mediaType: 'image/webp',
    extension: 'webp',
    write: (image) => image.webp({ quality: 82 }),
  },
  png: AS_PNG,
  gif: AS_PNG,
}

/** Beyond this effort the copies take twice as long and become no smaller worth speaking of. */
const SMALLER = { quality: 80, effort: 2 }

/** Comes with the first picture; it costs memory that most processes of tests never need. */
async function library() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  // Of the many readers inside only those whose pictures we take: the others are attack surface.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpeg',
      'VipsForeignLoadPng',
      'VipsForeignLoadWebp',
      'VipsForeignLoadNsgif',
    ],
  })
  return sharp
}
let loaded: ReturnType<typeof library> | undefined

/**
 * Makes a picture anew from a file. Its position, camera, owner and thumbnail inside are gone with the old bytes.
 *
 * @param widths of the smaller copies; those that would not be smaller are left out
 * @throws PictureTrouble when it is too large, takes too long or is none; Busy when too many wait
 */
export function remakePicture(path: string, widths: readonly number[]): Promise<Picture> {
  return inTurn(async () => {
    try {
      return await remake(path, widths)
    } catch (error) {
      throw error instanceof PictureTrouble ? error : new PictureTrouble(faultOf(error))
    }
  })
}

async function remake(path: string, widths: readonly number[]): Promise<Picture> {
  const sharp = await (loaded ??= library())
  const open = (from: string | Buffer) =>
    sharp(from, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', sequentialRead: true })
  const { format, width = 0, height = 0 } = await open(path).metadata()
  const target = FORMATS[format ?? '']
  if (!target) throw new PictureTrouble('broken')
  // Asked of the head alone: a bomb is not even begun.
  if (width * height > MOST_PIXELS) throw new PictureTrouble('pixels')
  const began = performance.now()
  const timeLeft = () => ({
    seconds: Math.max(1, Math.ceil(SECONDS - (performance.now() - began) / 1000)),
  })
  const upright = open(path).timeout(timeLeft()).autoOrient()
  const whole = await target.write(upright).toBuffer({ resolveWithObject: true })
  const smaller: Picture['smaller'] = []
  let from = whole.data
  for (const wanted of [...widths].filter((one) => one < whole.info.width).sort((a, b) => b - a)) {
    const resized = open(from).timeout(timeLeft()).resize({ width: wanted })
    const bytes = await resized.webp(SMALLER).toBuffer()
    smaller.push({ width: wanted, bytes })
    from = bytes
  }
  const { mediaType, extension } = target
  return {
    mediaType,
    extension,
    bytes: whole.data,
    width: whole.info.width,
    height: whole.info.height,
    smaller,
  }
}

function faultOf(error: unknown): PictureFault {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit|too large|exceeds/i.test(message)) return 'pixels'
  return /timeout/i.test(message) ? 'slow' : 'broken'
}
