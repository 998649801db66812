import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { paths } from '#server/schools/paths.ts'

type Closure = {
  id: string
  slug: string
  schoolNumber: string | null
  name: string
  street: string
  closureProposedAt: Date | string | null
}

/** Schools that the register no longer lists: closed, or going on all the same. */
export function ClosureList({ closures, reply }: { closures: Closure[]; reply: Reply }) {
  return (
    <Card
      title="Nicht mehr im Register"
      lead="Diese Schulen fehlten in der zuletzt eingelesenen Datei. Bitte entscheiden Sie; gelöscht wird nichts."
    >
      <List>
        {closures.map((school) => (
          <TaskRow key={school.id} action={<Decision school={school} reply={reply} />}>
            <p>
              <Link to={paths.school(school.slug)} className="font-semibold underline">
                {school.name}
              </Link>
            </p>
            <p className="text-sm text-leise">
              {school.schoolNumber}, {school.street}
              {school.closureProposedAt && `, fehlt seit ${day(school.closureProposedAt)}`}
            </p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}

function Decision({ school, reply }: { school: Closure; reply: Reply }) {
  const isMine = reply?.initialValue?.schoolId === school.id
  return (
    <HouseForm
      action={paths.administration()}
      reply={isMine ? reply : undefined}
      className="flex flex-wrap gap-2"
    >
      <input type="hidden" name="schoolId" value={school.id} />
      <Button name="intent" value="confirm" variant="secondary">
        Schließen<span className="sr-only">: {school.name}</span>
      </Button>
      <Button name="intent" value="dismiss" variant="tertiary">
        In Betrieb lassen<span className="sr-only">: {school.name}</span>
      </Button>
    </HouseForm>
  )
}
