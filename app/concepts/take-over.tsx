import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { Reply } from '#app/http/page.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/concepts/paths.ts'

/** What `takingFor` of server/concepts/reflections/taking says; null for who has no concept to add to. */
type Taking = {
  thing: { kind: string; id: string }
  clientKey: string
  writes: boolean
  concepts: { id: string; title: string; school: string }[]
  taken: { title: string; path: string }[]
} | null

/** `project`: the number of the Vorhaben it is, which may count in the matrix besides. */
type Props = { taking: Taking; reply?: Reply; project?: number }

/**
 * "In unser Medienkonzept übernehmen", for every page of what happened: a meeting, a Vorhaben, a visit, a trial, a talk.
 * The log points at it; who may not read it sees only that there is something.
 */
export function TakeOver({ taking, reply, project }: Props) {
  if (!taking) return null
  const { concepts, taken, thing, clientKey, writes } = taking
  const [only] = concepts
  return (
    <Card title="Für unser Medienkonzept" className="print:hidden">
      {writes && project !== undefined && (
        <p className="mb-2 text-sm text-leise">
          Übernommen steht es im Rückblick. Verknüpft zählt es im Medienkompetenzrahmen.
        </p>
      )}
      {taken.map(({ title, path }) => (
        <p key={path} className="mb-2">
          Steht im Rückblick: <Link to={path}>{title}</Link>
        </p>
      ))}
      {only && (
        <HouseForm reply={reply} clientKey={clientKey} action={paths.take(thing)}>
          {concepts.length === 1 ? (
            <input type="hidden" name="concept" value={only.id} />
          ) : (
            <SelectField
              name="concept"
              label="In welches Konzept?"
              choices={concepts.map(({ id, title, school }) => ({
                ...{ value: id, label: `${title} (${school})` },
              }))}
            />
          )}
          <div>
            <Button variant="secondary">In unser Medienkonzept übernehmen</Button>
          </div>
        </HouseForm>
      )}
      {writes && project !== undefined && (
        <p className="mt-3">
          <ButtonLink to={paths.takeProject(project)}>Im Medienkonzept verknüpfen</ButtonLink>
        </p>
      )}
    </Card>
  )
}
