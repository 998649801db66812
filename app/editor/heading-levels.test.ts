import { expect, test } from 'vitest'
import { allowedLevels, nearestLevel } from './heading-levels.ts'

test.each([
  [[], [2]],
  [[2], [2, 3]],
  [
    [2, 3],
    [2, 3, 4],
  ],
  [
    [2, 3, 4],
    [2, 3, 4],
  ],
  [
    [2, 3, 4, 2],
    [2, 3],
  ],
])('below %j: %j', (above, allowed) => {
  expect(allowedLevels(above)).toEqual(allowed)
})

test.each([
  [1, [], 2],
  [4, [], 2],
  [4, [2], 3],
  [4, [2, 3], 4],
  [2, [2, 3, 4], 2],
  [6, [2, 3], 4],
])('level %i wanted below %j: %i', (wanted, above, level) => {
  expect(nearestLevel(wanted, above)).toBe(level)
})
