import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/concepts/talks/paths.ts'
import type { TalkView } from './talk-view.ts'

type Version = { number: number; label: string; createdAt: string | Date }
const nameOf = ({ number, label, createdAt }: Version) =>
  `Version ${number}${label ? `, ${label}` : ''} vom ${day(createdAt)}`

/** Whether the school lets the Amt read a version of its concept, and which. */
export function ConceptCard({ view, reply }: { view: TalkView; reply: Reply }) {
  const { talk, side, can, versions, shared } = view
  if (side === null) return null
  return (
    <Card
      title="Medienkonzept"
      lead={
        side === 'school'
          ? 'Sie entscheiden, ob und welche Version das Amt für dieses Gespräch liest. Ihren Entwurf sieht das Amt nie; Kapitel nur für die Schule auch nicht.'
          : 'Die Schule entscheidet, ob sie eine Version teilt. Eine Bewilligung hängt nicht daran.'
      }
    >
      {shared ? (
        <p>
          Geteilt:{' '}
          <Link to={paths.concept(talk.number)} className="underline">
            {nameOf(shared)}
          </Link>
        </p>
      ) : (
        <p className="text-leise">Es ist keine Version geteilt.</p>
      )}
      {can.unshare && (
        <HouseForm className="mt-3">
          <div>
            <Button variant="secondary" name="intent" value="unshare">
              Version zurücknehmen
            </Button>
          </div>
        </HouseForm>
      )}
      {can.share && versions.length > 0 && (
        <HouseForm reply={reply} className="mt-3 flex flex-wrap items-end gap-3">
          <SelectField
            {...{ name: 'versionId', label: 'Version', empty: 'Bitte wählen' }}
            choices={versions.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
          <Button variant="secondary" name="intent" value="share">
            Version teilen
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}
