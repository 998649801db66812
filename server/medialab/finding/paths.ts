import { paths as medialab } from '../paths.ts'
import type { When } from '../placing/contract.ts'
import { type BasketItem, basketText, type Search } from './contract.ts'

const whenFields = ({ from, to, span }: When): Record<'tag', string> & Record<string, string> =>
  span ? { tag: from, von: span.from, bis: span.to } : { tag: from, bis_tag: to }

export const wishOf = ({ day, lastDay, from, to, isLoan }: Search): When =>
  isLoan ? { from: day, to: lastDay, span: null } : { from: day, to: day, span: { from, to } }

export const paths = {
  /** The same search with another time or another basket. */
  search: (search: Search, { when, basket }: { when?: When; basket?: BasketItem[] } = {}) => {
    const needs = search.needs.flatMap(({ words, quantity }, index): [string, string][] => [
      [`was${index + 1}`, words],
      [`anzahl${index + 1}`, String(quantity)],
    ])
    const fields: [string, string][] = [
      ...(search.isLoan ? [['art', 'leihe'] as [string, string]] : []),
      ...Object.entries(whenFields(when ?? wishOf(search))),
      ...needs,
      ...(search.isAnyTime && !when ? [['wann', 'offen'] as [string, string]] : []),
    ]
    const korb = basketText(basket ?? search.basket)
    if (korb !== '') fields.push(['korb', korb])
    return `${medialab.find()}?${new URLSearchParams(fields).toString()}`
  },
  book: (basket: BasketItem[], when: When) =>
    medialab.book({ korb: basketText(basket), ...whenFields(when) }),
}
