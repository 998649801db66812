import { expect, test } from 'vitest'
import { rangeOf } from './byte-range.ts'

test.each<[string | null, ReturnType<typeof rangeOf>]>([
  [null, 'whole'],
  ['', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=90-200', { start: 90, end: 99 }],
  ['bytes=-10', { start: 90, end: 99 }],
  ['bytes=-1000', { start: 0, end: 99 }],
  ['bytes=-0', 'none'],
  ['bytes=100-', 'none'],
  ['bytes=20-10', 'none'],
  ['bytes=0-1,5-6', 'whole'],
  ['items=0-1', 'whole'],
  ['bytes=1e3-', 'whole'],
  ['bytes=99999999999999999999-', 'whole'],
])('of 100 bytes "%s"', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range)
})
