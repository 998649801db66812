import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { draftPath } from '#server/software/proposing/paths.ts'

type Props = { drafts: { id: string; name: string; savedAt: Instant }[]; now: Instant }

/** Proposals one has begun and not sent. */
export function OwnDrafts({ drafts, now }: Props) {
  if (drafts.length === 0) return null
  return (
    <Card title="Meine Entwürfe">
      <List>
        {drafts.map(({ id, name, savedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-zeile">
            <div className="min-w-0">
              <Link
                to={draftPath(id)}
                className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
              >
                {name}
              </Link>
              <p className="text-sm text-leise">Gespeichert {when(savedAt, now)}</p>
            </div>
            <HouseForm className="">
              <input type="hidden" name="draft" value={id} />
              <Button variant="tertiary" name="intent" value="deleteDraft">
                Löschen<span className="sr-only">: {name}</span>
              </Button>
            </HouseForm>
          </li>
        ))}
      </List>
    </Card>
  )
}
