import { expect, test } from 'vitest'
import { sentIn, statusIn } from './counted-socket.ts'

const NAME = 'document.0b8e6f0e-0000-4000-8000-000000000000'
const frame = (...body: number[]) =>
  new Uint8Array([NAME.length, ...new TextEncoder().encode(NAME), ...body])

test.each([
  ['the question of the first step', [0, 0, 1, 0], undefined],
  ['the answer of the second', [0, 1, 2, 0, 0], 'answer'],
  ['a change', [0, 2, 2, 0, 0], 'piece'],
  ['who is here', [1, 3, 1, 1, 1], undefined],
  ['the cookie', [2, 0, 6], undefined],
])('%s', (_what, body, sent) => {
  expect(sentIn(frame(...body))).toBe(sent)
})

test('a ping has no name and carries nothing', () => {
  expect(sentIn(new Uint8Array([10]))).toBeUndefined()
  expect(statusIn(new Uint8Array([9]).buffer)).toBeUndefined()
})

test.each([
  ['kept', [8, 1], true],
  ['refused', [8, 0], false],
  ['a change of others', [0, 2, 2, 0, 0], undefined],
])('%s', (_what, body, isKept) => {
  expect(statusIn(frame(...body).buffer)).toBe(isKept)
})
