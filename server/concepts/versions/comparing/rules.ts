import type { Counts } from '#server/rich-text/comparison/contract.ts'
import type { ComparedChapter, ComparedGoal } from './contract.ts'

export type Side = { chapterId: string | null; kind: string; title: string; position: number }
export type Pair<Section extends Side> = { before: Section | null; after: Section | null }

/** Chapters laid beside each other: by what they are, else by kind and title, else by title; new ones where they stand. */
export function pairsOf<Section extends Side>(
  before: Section[],
  after: Section[],
): Pair<Section>[] {
  const left = new Set(before)
  const partner = new Map<Section, Section>()
  const take = (isSame: (one: Section, other: Section) => boolean) => {
    for (const one of after) {
      if (partner.has(one)) continue
      const found = [...left].find((other) => isSame(one, other))
      if (!found) continue
      partner.set(one, found)
      left.delete(found)
    }
  }
  take((one, other) => one.chapterId !== null && one.chapterId === other.chapterId)
  take((one, other) => one.kind === other.kind && one.title === other.title)
  take((one, other) => one.title === other.title)
  take((one, other) => one.kind !== 'free' && one.kind === other.kind)
  const pairs: Pair<Section>[] = after.map((one) => ({
    before: partner.get(one) ?? null,
    after: one,
  }))
  for (const gone of left) {
    const at = pairs.findIndex((pair) => (pair.before?.position ?? -1) > gone.position)
    pairs.splice(at < 0 ? pairs.length : at, 0, { before: gone, after: null })
  }
  return pairs
}

export const NO_CHANGES: Counts = { changed: 0, added: 0, removed: 0, moved: 0 }

/** All chapters together; a chapter that came or went counts as one section. */
export function totalOf(chapters: Pick<ComparedChapter, 'change' | 'counts'>[]): Counts {
  const total = { ...NO_CHANGES }
  for (const { change, counts } of chapters) {
    if (change === 'added') total.added += 1
    if (change === 'removed') total.removed += 1
    if (change !== 'changed') continue
    total.changed += counts.changed
    total.added += counts.added
    total.removed += counts.removed
    total.moved += counts.moved
  }
  return total
}

type Goal = {
  goalId: string | null
  title: string
  why: string
  successSign: string
  status: string
  dueOn: string
  competencies: string[]
}
const germanDay = (day: string) => day.split('-').reverse().join('.')

/** Goals that came, went or say something else. */
export function goalsBetween(
  before: Goal[],
  after: Goal[],
  statusName: (status: string) => string,
): ComparedGoal[] {
  const left = new Set(before)
  const found = after.flatMap((goal): ComparedGoal[] => {
    const was = [...left].find((one) =>
      one.goalId && goal.goalId ? one.goalId === goal.goalId : one.title === goal.title,
    )
    if (!was) return [{ title: goal.title, change: 'added', facts: [] }]
    left.delete(was)
    const facts = factsBetween(was, goal, statusName)
    return facts.length > 0 ? [{ title: goal.title, change: 'changed', facts }] : []
  })
  return [
    ...found,
    ...[...left].map(({ title }) => ({ title, change: 'removed' as const, facts: [] })),
  ]
}

function factsBetween(was: Goal, is: Goal, statusName: (status: string) => string): string[] {
  const facts = []
  if (was.title !== is.title) facts.push(`Vorher: „${was.title}“.`)
  if (was.status !== is.status)
    facts.push(`Jetzt ${statusName(is.status)}, vorher ${statusName(was.status)}.`)
  if (was.dueOn !== is.dueOn)
    facts.push(`Bis ${germanDay(is.dueOn)}, vorher bis ${germanDay(was.dueOn)}.`)
  if (was.why !== is.why) facts.push('Die Begründung hat sich geändert.')
  if (was.successSign !== is.successSign) facts.push('Das Erfolgszeichen hat sich geändert.')
  if (was.competencies.join() !== is.competencies.join())
    facts.push('Die Kompetenzen haben sich geändert.')
  return facts
}
