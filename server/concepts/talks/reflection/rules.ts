import { LIMITS } from '../contract.ts'
import { printOf } from '../rules.ts'
import type { Reflection } from './sql.ts'

export const blank = (classId: string): Reflection => ({
  ...{ classId, frequency: 'unknown', usage: '', benefit: '', hindrance: '' },
  ...{ facts: '', observation: '', conclusion: '', consequence: null },
})

/** What each form was made with: the sides do not disturb each other. */
export const prints = {
  school: (one: Reflection) => printOf(one.frequency, one.usage, one.benefit, one.hindrance),
  authority: (one: Reflection) => printOf(one.facts, one.observation),
  joint: (one: Reflection) => printOf(one.conclusion, one.consequence ?? ''),
}

/** Something of the year behind what stands there; what no longer fits is left to the person. */
export function appended(text: string, more: string): string {
  if (more === '' || text.includes(more)) return text
  const together = text === '' ? more : `${text}\n\n${more}`
  return together.length <= LIMITS.answer ? together : text
}
