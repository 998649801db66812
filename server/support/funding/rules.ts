import { type CostItem, type FundingEvent, type FundingState, LIMITS } from '../contract.ts'

const STEPS: Record<FundingEvent, Partial<Record<FundingState, FundingState>>> = {
  submit: { draft: 'submitted' },
  takeUp: { submitted: 'in_review' },
  ask: { in_review: 'queries' },
  answer: { queries: 'in_review' },
  // Whether wholly or partly follows from the amount.
  approve: { in_review: 'approved' },
  reject: { in_review: 'rejected' },
  withdraw: {
    draft: 'withdrawn',
    submitted: 'withdrawn',
    in_review: 'withdrawn',
    queries: 'withdrawn',
    // The money is not needed after all: it goes back into the budget.
    approved: 'withdrawn',
    approved_partly: 'withdrawn',
  },
  pay: { approved: 'paid', approved_partly: 'paid' },
  account: { paid: 'accounted' },
  close: { accounted: 'closed' },
}

/** Where an event leads from here; undefined where it cannot happen. */
export function nextState(event: FundingEvent, state: FundingState): FundingState | undefined {
  return STEPS[event][state]
}

/** States in which the PLG may still change what it asks for. */
export const isEditable = (state: FundingState) => state === 'draft' || state === 'queries'

/** The granted amount counts for the budget from the decision on, unless the money was given back. */
export const isCommitted = (state: FundingState) =>
  ['approved', 'approved_partly', 'paid', 'accounted', 'closed'].includes(state)
export const isPaid = (state: FundingState) => ['paid', 'accounted', 'closed'].includes(state)

export const costOf = (items: CostItem[]) =>
  items.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0)

/** What is asked for: the costs without the own share. */
export const requestedOf = (costs: number, ownShare: number) => Math.max(0, costs - ownShare)

type Money = { cents: number } | 'empty' | 'malformed' | 'negative' | 'too-much'

const AMOUNT = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,2})?$/

/** Reads an amount as people write it here: "1.234,56", "1234,5", "12 €". English points are no guess of ours. */
export function centsIn(typed: string | undefined, most: number = LIMITS.cents): Money {
  const text = (typed ?? '').replace(/[\s\u00a0\u202f]|€|EUR$/g, '')
  if (text === '') return 'empty'
  if (/^[-\u2212]/.test(text)) return 'negative'
  if (text.length > 40 || !AMOUNT.test(text)) return 'malformed'
  const [whole = '', part = ''] = text.replaceAll('.', '').split(',')
  // Digits beyond what a number holds exactly are too much in any case.
  if (whole.replace(/^0+/, '').length > 12) return 'too-much'
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return cents > most ? 'too-much' : { cents }
}

export type Wanting = {
  items: CostItem[]
  ownShareCents: number
  reason: string
  innovation: string
}

/** What is missing before it can be submitted, as ends of a sentence. */
export function missingIn({ items, ownShareCents, reason, innovation }: Wanting): string[] {
  const costs = costOf(items)
  return [
    items.length === 0 && 'mindestens eine Kostenzeile',
    items.length > 0 && costs <= ownShareCents && 'Kosten, die höher sind als der Eigenanteil',
    reason === '' && 'eine Begründung',
    innovation === '' && 'was daran neu ist',
  ].filter((part) => part !== false)
}
