import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sharedBriefly } from './shared-briefly.ts'

test('who asks at the same moment or just after gets the same answer; later it is found anew', async () => {
  const shared = sharedBriefly<number>(30)
  let count = 0
  const find = async () => {
    await sleep(5)
    return ++count
  }
  const ask = (key = 'a') => shared(key, find)
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
  expect(await ask()).toBe(1)
  expect(await ask('b')).toBe(2)
  await sleep(80)
  expect(await ask()).toBe(3)
})

test('what goes wrong is told to those who wait, and kept for nobody', async () => {
  const shared = sharedBriefly<string>(1000)
  const fail = () => shared('a', () => Promise.reject(new Error('away')))
  await Promise.all([
    expect(fail()).rejects.toThrow('away'),
    expect(fail()).rejects.toThrow('away'),
  ])
  expect(await shared('a', () => Promise.resolve('there'))).toBe('there')
})
