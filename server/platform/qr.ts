/**
 * QR codes (ISO/IEC 18004): bytes, level M, versions 1 to 6, enough for an address. `qr.test.ts` reads them back by a
 * way of its own.
 */
type Version = {
  size: number
  dataBytes: number
  errorBytes: number
  blocks: number
  align: number
}

/** Of each version at level M: blocks of equal size; the last alignment pattern. */
const VERSIONS: Version[] = [
  { size: 21, dataBytes: 16, errorBytes: 10, blocks: 1, align: 0 },
  { size: 25, dataBytes: 28, errorBytes: 16, blocks: 1, align: 18 },
  { size: 29, dataBytes: 44, errorBytes: 26, blocks: 1, align: 22 },
  { size: 33, dataBytes: 64, errorBytes: 18, blocks: 2, align: 26 },
  { size: 37, dataBytes: 86, errorBytes: 24, blocks: 2, align: 30 },
  { size: 41, dataBytes: 108, errorBytes: 16, blocks: 4, align: 34 },
]
/** Mode and length stand before the bytes. */
const HEAD_BITS = 12

/** Dark modules by row and column. @throws Error for what is longer than 106 bytes */
export function qrMatrix(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text)
  const version = VERSIONS.find(({ dataBytes }) => bytes.length * 8 + HEAD_BITS <= dataBytes * 8)
  if (!version) throw new Error('too long for a QR code of ours')
  const words = codewords(bytes, version)
  const drawn = MASKS.map((_, mask) => draw(words, version, mask))
  return drawn.reduce((best, one) => (penaltyOf(one) < penaltyOf(best) ? one : best))
}

/** The dark modules as the `d` of an SVG path, one unit each, without the quiet zone of four. */
export function qrPath(text: string): { size: number; d: string } {
  const matrix = qrMatrix(text)
  const d = matrix
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size: matrix.length, d }
}

function codewords(bytes: Uint8Array, { dataBytes, errorBytes, blocks }: Version): number[] {
  const bits = [0, 1, 0, 0, ...bitsOf(bytes.length, 8)]
  for (const byte of bytes) bits.push(...bitsOf(byte, 8))
  bits.push(...Array.from({ length: Math.min(4, dataBytes * 8 - bits.length) }, () => 0))
  while (bits.length % 8 > 0) bits.push(0)
  const data: number[] = []
  for (let at = 0; at < bits.length; at += 8)
    data.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + bit, 0))
  for (let pad = 0xec; data.length < dataBytes; pad ^= 0xec ^ 0x11) data.push(pad)
  const length = dataBytes / blocks
  const parts = Array.from({ length: blocks }, (_, n) => data.slice(n * length, (n + 1) * length))
  const errors = parts.map((part) => remainder(part, errorBytes))
  return [...interleaved(parts), ...interleaved(errors)]
}

const bitsOf = (value: number, count: number) =>
  Array.from({ length: count }, (_, at) => (value >> (count - 1 - at)) & 1)
const interleaved = (parts: number[][]): number[] =>
  (parts[0] ?? []).flatMap((_, at) => parts.map((part) => part[at] ?? 0))

/** In the field of 256 elements of x^8 + x^4 + x^3 + x^2 + 1. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((other >> bit) & 1) * one
  }
  return product
}

/** Reed-Solomon: what is left of the data behind the generator of this degree. */
function remainder(data: number[], degree: number): number[] {
  const generator = [...Array.from({ length: degree - 1 }, () => 0), 1]
  for (let n = 0, root = 1; n < degree; n++, root = times(root, 2))
    for (let at = 0; at < degree; at++)
      generator[at] = times(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0)
  const left = Array.from({ length: degree }, () => 0)
  for (const byte of data) {
    const factor = byte ^ (left.shift() ?? 0)
    left.push(0)
    generator.forEach((one, at) => (left[at] = (left[at] ?? 0) ^ times(one, factor)))
  }
  return left
}

const MASKS: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
]

type Canvas = (boolean | undefined)[][]

function draw(words: number[], version: Version, mask: number): boolean[][] {
  const { size } = version
  const canvas: Canvas = Array.from({ length: size }, () =>
    Array.from({ length: size }, () => undefined),
  )
  drawPatterns(canvas, version)
  drawFormat(canvas, mask)
  const bits = words.flatMap((word) => bitsOf(word, 8))
  const isMasked = MASKS[mask] ?? (() => 1)
  let at = 0
  for (const [x, y] of wayThrough(size)) {
    const row = canvas[y]
    if (!row || row[x] !== undefined) continue
    row[x] = (bits[at++] === 1) !== (isMasked(x, y) === 0)
  }
  return canvas.map((row) => row.map((dark) => dark === true))
}

/** Two columns at a time from the right, up and down, around the column of the timing. */
function* wayThrough(size: number): Generator<[x: number, y: number]> {
  let isUp = true
  for (let right = size - 1; right > 0; right -= 2, isUp = !isUp) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++)
      for (const x of [right, right - 1]) yield [x, isUp ? size - 1 - step : step]
  }
}

function put(canvas: Canvas, x: number, y: number, dark: boolean): void {
  const row = canvas[y]
  if (row && x >= 0 && x < row.length) row[x] = dark
}

/** Rings around a middle, each dark or light. */
function rings(canvas: Canvas, [midX, midY]: [number, number], radius: number, light: number[]) {
  for (let y = -radius; y <= radius; y++)
    for (let x = -radius; x <= radius; x++)
      put(canvas, midX + x, midY + y, !light.includes(Math.max(Math.abs(x), Math.abs(y))))
}

function drawPatterns(canvas: Canvas, { size, align }: Version): void {
  for (let at = 8; at < size - 8; at++) {
    put(canvas, at, 6, at % 2 === 0)
    put(canvas, 6, at, at % 2 === 0)
  }
  for (const middle of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as [number, number][])
    rings(canvas, middle, 4, [2, 4])
  if (align > 0) rings(canvas, [align, align], 2, [1])
}

const LEVEL_M = 0

/** Level and mask, protected by a code of their own, twice. */
function drawFormat(canvas: Canvas, mask: number): void {
  const size = canvas.length
  const data = (LEVEL_M << 3) | mask
  let left = data
  for (let n = 0; n < 10; n++) left = (left << 1) ^ ((left >> 9) * 0x537)
  const bits = ((data << 10) | left) ^ 0x5412
  const isSet = (at: number) => ((bits >> at) & 1) === 1
  for (let at = 0; at <= 5; at++) put(canvas, 8, at, isSet(at))
  put(canvas, 8, 7, isSet(6))
  put(canvas, 8, 8, isSet(7))
  put(canvas, 7, 8, isSet(8))
  for (let at = 9; at < 15; at++) put(canvas, 14 - at, 8, isSet(at))
  for (let at = 0; at < 8; at++) put(canvas, size - 1 - at, 8, isSet(at))
  for (let at = 8; at < 15; at++) put(canvas, 8, size - 15 + at, isSet(at))
  put(canvas, 8, size - 8, true)
}

/** How badly a scanner would read it: long runs, blocks, what looks like a corner, too dark or too light. */
function penaltyOf(matrix: boolean[][]): number {
  const columns = matrix.map((_, x) => matrix.map((row) => row[x] ?? false))
  const lines = [...matrix, ...columns].map((line) =>
    line.map((dark) => (dark ? '1' : '0')).join(''),
  )
  const runs = lines
    .flatMap((line) => line.match(/0{5,}|1{5,}/g) ?? [])
    .reduce((sum, run) => sum + run.length - 2, 0)
  const corners = lines.reduce(
    (sum, line) => sum + [...line.matchAll(/(?=00001011101|10111010000)/g)].length,
    0,
  )
  const dark = matrix.flat().filter(Boolean).length
  const share = (dark * 100) / (matrix.length * matrix.length)
  return runs + blocksIn(matrix) * 3 + corners * 40 + Math.floor(Math.abs(share - 50) / 5) * 10
}

/** Squares of two by two of one colour. */
const blocksIn = (matrix: boolean[][]): number =>
  matrix.slice(1).reduce(
    (sum, row, y) =>
      sum +
      row.slice(1).filter((dark, x) => {
        const above = matrix[y] ?? []
        return dark === row[x] && dark === above[x] && dark === above[x + 1]
      }).length,
    0,
  )
