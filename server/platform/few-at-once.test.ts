import { expect, test } from 'vitest'
import { Busy } from './errors.ts'
import { fewAtOnce } from './few-at-once.ts'

test('so many run, so many wait in their order, the rest is sent away', async () => {
  const inTurn = fewAtOnce(2, 2)
  const ends: (() => void)[] = []
  const begun: number[] = []
  const work = (number: number) =>
    inTurn(() => {
      begun.push(number)
      return new Promise<number>((resolve) => ends.push(() => resolve(number)))
    })
  const running = [1, 2, 3, 4].map(work)
  await expect(work(5)).rejects.toThrow(Busy)
  expect(begun).toEqual([1, 2])
  ends[0]?.()
  await running[0]
  await Promise.resolve()
  expect(begun).toEqual([1, 2, 3])
  ends[1]?.()
  await running[1]
  ends[2]?.()
  ends[3]?.()
  expect(await running[3]?.then(() => begun)).toEqual([1, 2, 3, 4])
})

test('a failing one makes room too', async () => {
  const inTurn = fewAtOnce(1, 0)
  await expect(inTurn(() => Promise.reject(new Error('x')))).rejects.toThrow('x')
  expect(await inTurn(() => Promise.resolve('again'))).toBe('again')
})
