import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'

type MergedIdea = {
  id: string
  title: string
  problem: string
  author: string | null
  school: string | null
  canUndo: boolean
}

/** What was put into this idea; taking it back is here. */
export function Merged({ ideas, reply }: { ideas: MergedIdea[]; reply: Reply }) {
  if (ideas.length === 0) return null
  return (
    <Card title="Zusammengeführt mit">
      <HouseForm reply={reply} className="">
        <input type="hidden" name="intent" value="unmerge" />
        <List>
          {ideas.map(({ id, title, problem, author, school, canUndo }) => (
            <TaskRow
              key={id}
              action={
                canUndo && (
                  <Button variant="tertiary" name="sourceId" value={id}>
                    Wieder trennen<span className="sr-only"> {title}</span>
                  </Button>
                )
              }
            >
              <p className="font-semibold wrap-anywhere">{title}</p>
              <p className="text-sm text-leise">
                {[author ?? 'Nicht mehr hier', school].filter(Boolean).join(', ')}
              </p>
              <p className="whitespace-pre-wrap wrap-anywhere">{problem}</p>
            </TaskRow>
          ))}
        </List>
      </HouseForm>
    </Card>
  )
}
