import { basketOf, basketText, withItem } from '../finding/contract.ts'
import { isPossibleDay, isTime } from '../finding/inputs.ts'
import { dayAfter } from '../opening/rules.ts'
import type { When } from '../placing/contract.ts'
import type { CheckoutInput } from './inputs.ts'

const APART = { once: 0, weekly: 7, fortnightly: 14 }

type Asked = Pick<CheckoutInput, 'way' | 'day' | 'toDay' | 'from' | 'to' | 'every' | 'count'>

/** The dates of a wish: one, or a series at the same local time. */
export function datesOf({ way, day, toDay, from, to, every = 'once', count }: Asked): When[] {
  const number = every === 'once' ? 1 : (count ?? 2)
  return Array.from({ length: number }, (_, n) => {
    const days = n * APART[every]
    return {
      from: dayAfter(day, days),
      to: dayAfter(way === 'loan' ? (toDay ?? day) : day, days),
      span: way === 'loan' ? null : { from: from ?? '', to: to ?? '' },
    }
  })
}

/** The wish as a button changes it; what is no button changes nothing. */
export function steppedOf(input: CheckoutInput): CheckoutInput {
  const [verb, ...rest] = (input.step ?? '').split(' ')
  if (verb === 'take') return { ...input, ...lessOf(input.basket, rest.join(' ')) }
  return verb === 'at' ? { ...input, ...timeOf(rest) } : input
}

function lessOf(basket: string, text: string) {
  const [item] = basketOf(text)
  return item && { basket: basketText(withItem(basketOf(basket), item.slug, item.quantity)) }
}

function timeOf([day = '', toDay = '', from = '', to = '']: string[]) {
  if (!isPossibleDay(day) || !isPossibleDay(toDay)) return {}
  return isTime(from) && isTime(to) ? { day, from, to } : { day, toDay }
}
