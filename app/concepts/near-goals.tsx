import { Card } from '#app/ui/card.tsx'
import type { PublishedGoal } from '#server/concepts/network/contract.ts'
import { GoalList } from './goal-list.tsx'

/** Where something is begun: which other schools have published an open goal like it. */
export function NearGoals({ goals }: { goals: PublishedGoal[] }) {
  if (goals.length === 0) return null
  return (
    <Card
      title="Andere Schulen mit demselben offenen Ziel"
      lead="Aus veröffentlichten Medienkonzepten. Dort lesen Sie, woran diese Schulen arbeiten."
      className="print:hidden"
    >
      <GoalList goals={goals} />
    </Card>
  )
}
