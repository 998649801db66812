import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { goalStatusNames } from '#server/concepts/goals/words.ts'
import type { PublishedGoal } from '#server/concepts/network/contract.ts'
import { likenessNames } from '#server/concepts/network/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'

/** Published goals of other schools, each with why it stands here. */
export function GoalList({ goals }: { goals: PublishedGoal[] }) {
  return (
    <List>
      {goals.map(({ versionId, position, title, path, school, status, why }) => (
        <li key={`${versionId}:${position}`} className="relative py-zeile">
          <Link to={path} className="font-semibold after:absolute after:inset-0 hover:underline">
            {title}
          </Link>
          <p className="text-sm text-leise">
            {[
              `${school.name} (${schoolFormWords[school.form as keyof typeof schoolFormWords]})`,
              goalStatusNames[status],
              ...why.map((one) => likenessNames[one]),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </List>
  )
}
