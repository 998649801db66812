import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/concepts/paths.ts'

type Own = {
  id: string
  title: string
  school: { name: string }
  draft: string
  published: { number: number; path: string } | null
}

/** For people of a school, before all others: their own concept, or the way to begin it. */
export function OwnConcepts({ own, canBegin }: { own: Own[]; canBegin: boolean }) {
  if (own.length === 0 && !canBegin) return null
  return (
    <Card title={own.length > 1 ? 'Ihre Medienkonzepte' : 'Ihr Medienkonzept'}>
      {own.length === 0 && (
        <div className="grid justify-items-start gap-3">
          <p>Ihre Schule hat hier noch kein Medienkonzept. Eine Word- oder PDF-Datei genügt.</p>
          <ButtonLink to={paths.begin()} variant="primary">
            Medienkonzept beginnen
          </ButtonLink>
        </div>
      )}
      <ul className="grid gap-3">
        {own.map(({ id, title, draft, published }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0">
              <p className="font-semibold">{title}</p>
              <p className="text-sm text-leise">
                {published ? (
                  <Link
                    to={published.path}
                    className="-my-2.5 inline-flex min-h-11 items-center underline"
                  >
                    Version {published.number} ist veröffentlicht
                  </Link>
                ) : (
                  'Noch nicht veröffentlicht'
                )}
              </p>
            </div>
            <ButtonLink to={draft}>Zum Entwurf</ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  )
}
