import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { paths } from '#server/software/paths.ts'
import type { SimilarEntry } from '#server/software/proposing/contract.ts'
import { requestPath } from '#server/software/proposing/paths.ts'

type Answer = (NonNullable<Reply> & { intent?: string }) | null | undefined

/** What may be the app somebody wants to propose: there one says "Mich auch", or asks for a review. */
export function SimilarEntries({ entries, reply }: { entries: SimilarEntry[]; reply: Answer }) {
  if (entries.length === 0) return null
  return (
    <Card
      title="Meinen Sie eine von diesen?"
      lead="Dann zählt Ihre Schule dort mit, und Sie müssen nichts ausfüllen."
    >
      <List>
        {entries.map((entry) => (
          <li
            key={entry.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-zeile"
          >
            <div className="min-w-0">
              <Link
                to={paths.product(entry.slug)}
                className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
              >
                {entry.name}
              </Link>
              <p className="text-sm text-leise">
                {[
                  entry.vendor,
                  entry.openCase && 'Prüfung läuft',
                  entry.openCase &&
                    entry.openCase.schools > 0 &&
                    plural(entry.openCase.schools, 'Schule wartet', 'Schulen warten'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Wish entry={entry} reply={reply} />
          </li>
        ))}
      </List>
    </Card>
  )
}

function Wish({ entry, reply }: { entry: SimilarEntry; reply: Answer }) {
  const { openCase, slug, name } = entry
  if (!openCase) return <ButtonLink to={requestPath(slug)}>Prüfung anfragen</ButtonLink>
  const { isMine, number } = openCase
  const act = isMine ? 'undemand' : 'demand'
  return (
    <HouseForm reply={reply?.intent === act ? reply : undefined} className="grid gap-2">
      <input type="hidden" name="number" value={number} />
      {isMine && <p className="text-sm">Ihre Schule zählt mit.</p>}
      <Button variant="secondary" name="intent" value={act}>
        {isMine ? 'Zurücknehmen' : 'Mich auch'}
        <span className="sr-only">: {name}</span>
      </Button>
    </HouseForm>
  )
}
