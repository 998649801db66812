import fc from 'fast-check'
import { expect, test } from 'vitest'
import { qrMatrix, qrPath } from './qr.ts'

/** Level M: data bytes, error bytes of a block, blocks, by size. Typed from the tables of the standard, not from the encoder. */
const TABLE: Record<number, [data: number, error: number, blocks: number]> = {
  ...{ 21: [16, 10, 1], 25: [28, 16, 1], 29: [44, 26, 1] },
  ...{ 33: [64, 18, 2], 37: [86, 24, 2], 41: [108, 16, 4] },
}
/** What the fifteen bits of the format are for level M and each mask, highest bit first. */
const FORMATS = [
  ...['101010000010010', '101000100100101', '101111001111100', '101101101001011'],
  ...['100010111111001', '100000011001110', '100111110010111', '100101010100000'],
]
/** Logarithms of the field, another way of multiplying than the encoder's. */
const EXP: number[] = []
for (let n = 0, value = 1; n < 255; n++) {
  EXP.push(value)
  value = value & 128 ? (value << 1) ^ 0x11d : value << 1
}
const LOG = new Map(EXP.map((value, at) => [value, at]))

const isMasked: ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

/** Corners, timing, format and the one alignment square: no data stand there. */
function isPattern(size: number, row: number, column: number): boolean {
  const inCorner =
    (row <= 8 && column <= 8) ||
    (row <= 8 && column >= size - 8) ||
    (row >= size - 8 && column <= 8)
  const middle = size - 7
  const inSquare = size > 21 && Math.abs(row - middle) <= 2 && Math.abs(column - middle) <= 2
  return inCorner || inSquare || row === 6 || column === 6
}

/** Reads a code as a scanner does. */
function read(matrix: boolean[][]): string {
  const size = matrix.length
  const bit = (row: number, column: number) => (matrix[row]?.[column] ? '1' : '0')
  const around = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column) => bit(8, column)),
    ...[7, 5, 4, 3, 2, 1, 0].map((row) => bit(row, 8)),
  ].join('')
  const again = [
    ...Array.from({ length: 7 }, (_, n) => bit(size - 1 - n, 8)),
    ...Array.from({ length: 8 }, (_, n) => bit(8, size - 8 + n)),
  ].join('')
  expect(again).toBe(around)
  expect(bit(size - 8, 8)).toBe('1')
  const mask = FORMATS.indexOf(around)
  expect(mask).toBeGreaterThanOrEqual(0)

  let bits = ''
  // Pairs of columns from the right; left of the timing, column 6, all are one further left.
  const firsts = Array.from({ length: (size - 1) / 2 }, (_, n) => size - 1 - 2 * n)
  firsts.forEach((counted, n) => {
    const right = counted > 6 ? counted : counted - 1
    for (let at = 0; at < size; at++) {
      const row = n % 2 === 0 ? size - 1 - at : at
      for (const column of [right, right - 1])
        if (!isPattern(size, row, column))
          bits += (bit(row, column) === '1') !== isMasked[mask]?.(row, column) ? '1' : '0'
    }
  })
  const words = (bits.match(/.{8}/g) ?? []).map((one) => parseInt(one, 2))
  const [data, error, blocks] = TABLE[size] ?? [0, 0, 1]
  const each = data / blocks
  const parts = Array.from({ length: blocks }, (_, block) => [
    ...Array.from({ length: each }, (_, at) => words[at * blocks + block] ?? 0),
    ...Array.from({ length: error }, (_, at) => words[data + at * blocks + block] ?? 0),
  ])
  for (const part of parts) expect(syndromes(part, error).every((one) => one === 0)).toBe(true)
  const all = parts
    .flatMap((part) => part.slice(0, each))
    .map((word) => word.toString(2).padStart(8, '0'))
    .join('')
  expect(all.slice(0, 4)).toBe('0100')
  const length = parseInt(all.slice(4, 12), 2)
  const bytes = Array.from({ length }, (_, at) => parseInt(all.slice(12 + at * 8, 20 + at * 8), 2))
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
}

/** Zero at all roots of the generator: nothing is wrong in the block. */
const syndromes = (block: number[], count: number): number[] =>
  Array.from({ length: count }, (_, root) =>
    block.reduce((sum, word, at) => {
      const power = root * (block.length - 1 - at)
      return word === 0 ? sum : sum ^ (EXP[((LOG.get(word) ?? 0) + power) % 255] ?? 0)
    }, 0),
  )

test('an address is read back as it was, at every version', () => {
  for (const length of [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106]) {
    const text = 'https://lernen25.example/g/VR-A-22'.padEnd(length, 'x').slice(0, length)
    expect(read(qrMatrix(text))).toBe(text)
  }
  expect([14, 26, 42, 62, 84, 106].map((n) => qrMatrix('x'.repeat(n)).length)).toEqual([
    ...[21, 25, 29, 33, 37, 41],
  ])
})

test('so is whatever fits, umlauts too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 25 }), (text) => {
      if (new TextEncoder().encode(text).length > 106) return
      expect(read(qrMatrix(text))).toBe(text.toWellFormed())
    }),
    { numRuns: 60 },
  )
})

test('what is too long is no code', () => {
  expect(() => qrMatrix('x'.repeat(107))).toThrow('too long')
})

test('drawn are the dark modules, one path', () => {
  const { size, d } = qrPath('VR-A')
  expect(size).toBe(21)
  const dark = qrMatrix('VR-A').flat().filter(Boolean).length
  expect(d.match(/M\d+ \d+h1v1h-1z/g)).toHaveLength(dark)
  expect(d.startsWith('M0 0h1v1h-1z')).toBe(true)
})
