import { emptyDatabase } from '#db/testing.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { forgive, hasLeft, networkOf, spend } from './rate-limit.ts'

describe('the network of an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
    ['', ''],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network))

  const group = fc.integer({ min: 0, max: 0xffff })
  const half = fc.array(group, { minLength: 4, maxLength: 4 })
  const written = (groups: number[]) => groups.map((g) => g.toString(16)).join(':')

  test('is the same for every address of a /64, however it is written', () => {
    fc.assert(
      fc.property(half, half, half, fc.boolean(), (net, one, two, isLoud) => {
        const first = written([...net, ...one])
        const second =
          net.map((g) => g.toString(16).padStart(4, '0')).join(':') + ':' + written(two)
        expect(networkOf(isLoud ? first.toUpperCase() : first)).toBe(networkOf(second))
      }),
    )
  })

  test('is the same when zeros are left out', () => {
    fc.assert(
      fc.property(half, (net) => {
        expect(networkOf(`${written(net)}::`)).toBe(networkOf(`${written(net)}:0:0:0:0`))
      }),
    )
  })

  test('differs between two /64', () => {
    fc.assert(
      fc.property(half, half, half, (one, two, rest) => {
        fc.pre(written(one) !== written(two))
        expect(networkOf(written([...one, ...rest]))).not.toBe(
          networkOf(written([...two, ...rest])),
        )
      }),
    )
  })
})

describe('a limit', () => {
  beforeEach(() => emptyDatabase())

  test('lets exactly as many through as it has points, also when they come at once', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 40 }, () => spend('signInOfAccount', 'somebody')),
    )
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10)
    expect(await hasLeft('signInOfAccount', 'somebody')).toBe(false)
    expect(await hasLeft('signInOfAccount', 'somebody-else')).toBe(true)
  })

  test('says how long to wait, and forgets when it is told to', async () => {
    for (let i = 0; i < 3; i++) await spend('mailToAddress', 'a@b.example')
    await expect(spend('mailToAddress', 'a@b.example')).rejects.toMatchObject({
      name: 'TooMany',
      seconds: expect.toSatisfy((seconds: number) => seconds > 3_500 && seconds <= 3_600) as number,
    })
    await forgive('mailToAddress', 'a@b.example')
    await spend('mailToAddress', 'a@b.example')
  })

  test('is not escaped by a key of endless length', async () => {
    const long = 'x'.repeat(5_000)
    for (let i = 0; i < 10; i++) await spend('signInOfAccount', `${long}${i}`)
    await expect(spend('signInOfAccount', `${long}!`)).rejects.toMatchObject({ name: 'TooMany' })
  })
})
