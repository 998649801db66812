import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLedger } from './ledger.ts'

test('a change counts until its acknowledgement', () => {
  const ledger = createLedger()
  const line = ledger.line()
  line.sends('answer')
  line.acknowledged(true)
  ledger.made()
  expect(line.sends('piece')).toBe(true)
  expect(ledger.pending()).toBe(1)
  line.acknowledged(true)
  expect(ledger.pending()).toBe(0)
})

test('what was typed without a line goes with the answer, not piece by piece', () => {
  const ledger = createLedger()
  for (let typed = 0; typed < 5; typed++) ledger.made()
  const line = ledger.line()
  expect(line.sends('piece')).toBe(false)
  expect(line.sends('answer')).toBe(true)
  expect(ledger.pending()).toBe(5)
  line.acknowledged(true)
  expect(ledger.pending()).toBe(0)
})

test('an acknowledgement of the line before says nothing about the new one', () => {
  const ledger = createLedger()
  const before = ledger.line()
  before.sends('answer')
  ledger.made()
  before.sends('piece')
  const after = ledger.line()
  before.acknowledged(true)
  before.acknowledged(true)
  expect(ledger.pending()).toBe(1)
  after.sends('answer')
  after.acknowledged(true)
  expect(ledger.pending()).toBe(0)
})

test('after a refusal nothing of that line counts as kept', () => {
  const ledger = createLedger()
  const line = ledger.line()
  line.sends('answer')
  line.acknowledged(true)
  ledger.made()
  line.sends('piece')
  ledger.made()
  line.sends('piece')
  line.acknowledged(false)
  line.acknowledged(true)
  expect(ledger.pending()).toBe(2)
})

/** A server that keeps what reaches it and acknowledges in order, over lines that break at any moment. */
type Step = 'type' | 'arrive' | 'acknowledge' | 'cut' | 'connect'
const step = fc.constantFrom<Step>(
  'type',
  'type',
  'type',
  'arrive',
  'acknowledge',
  'cut',
  'connect',
)

test('whatever breaks when: it never counts a change as kept that the server does not hold', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }), (steps) => {
      const ledger = createLedger()
      const kept = new Set<number>()
      let line: ReturnType<typeof ledger.line> | undefined
      let outbox: number[][] = []
      let acknowledgements = 0
      const act: Record<Step, () => void> = {
        type: () => {
          const number = ledger.made()
          if (line?.sends('piece')) outbox.push([number])
        },
        arrive: () => {
          const piece = outbox.shift()
          if (!piece) return
          for (const number of piece) kept.add(number)
          acknowledgements += 1
        },
        acknowledge: () => {
          if (acknowledgements === 0) return
          acknowledgements -= 1
          line?.acknowledged(true)
        },
        cut: () => {
          line = undefined
          outbox = []
          acknowledgements = 0
        },
        connect: () => {
          act.cut()
          line = ledger.line()
          // The answer holds everything, but it is made when the server has asked, which may be after typing.
          line.sends('piece')
          line.sends('answer')
          outbox.push(Array.from({ length: ledger.last() }, (_, at) => at + 1))
        },
      }
      for (const one of steps) {
        act[one]()
        const settled = ledger.last() - ledger.pending()
        for (let number = 1; number <= settled; number++) expect(kept.has(number)).toBe(true)
      }
      act.connect()
      while (outbox.length > 0) act.arrive()
      while (acknowledgements > 0) act.acknowledge()
      expect(ledger.pending()).toBe(0)
    }),
  )
})
