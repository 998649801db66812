import type { Figures, Rule } from '../contract.ts'

/**
 * What a school of this size is entitled to by one line: always rounded up, since half a device serves nobody. Null when
 * nobody has said yet how large the school is.
 */
export function entitlement(
  { basis, amount, per }: Omit<Rule, 'classId'>,
  figures: Figures | null,
): number | null {
  if (basis === 'fixed') return amount
  return figures === null ? null : Math.ceil((amount * figures[basis]) / per)
}

export type Held = { count: number; usable: number | null }

/** What is entitled, there and missing, by class; the order is that of `classIds`. */
export function standing(
  classIds: string[],
  {
    rules,
    figures,
    stock,
  }: { rules: Rule[]; figures: Figures | null; stock: ReadonlyMap<string, Held> },
) {
  const ruleOf = new Map(rules.map((rule) => [rule.classId, rule]))
  return classIds.map((classId) => {
    const rule = ruleOf.get(classId) ?? null
    const held = stock.get(classId) ?? null
    const entitled = rule && entitlement(rule, figures)
    const works = held && (held.usable ?? held.count)
    return {
      classId,
      rule,
      entitled,
      held,
      missing: entitled === null || works === null ? null : Math.max(0, entitled - works),
    }
  })
}
