import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { paths as discussions } from '#server/discussions/paths.ts'
import type { NeededInstruction } from '#server/medialab/offers/contract.ts'
import { paths } from '#server/medialab/paths.ts'

/** What one has to be shown before, and whether one was. */
export function NeededInstructions({
  all,
  isSignedIn,
}: {
  all: NeededInstruction[]
  isSignedIn: boolean
}) {
  if (all.length === 0) return null
  return (
    <Card title="Einweisung nötig">
      <List>
        {all.map(({ id, name, given }) => (
          <li key={id} className="py-zeile">
            <p className="font-semibold">{name}</p>
            {isSignedIn ? <Given given={given} /> : <p>Melden Sie sich an, um Ihre zu sehen.</p>}
          </li>
        ))}
      </List>
    </Card>
  )
}

function Given({ given }: Pick<NeededInstruction, 'given'>) {
  if (given?.isValid)
    return (
      <p>
        <Badge tone="ok">
          {given.until ? `Ihre gilt bis ${day(given.until)}` : 'Sie haben sie'}
        </Badge>
      </p>
    )
  return (
    <p>
      {given?.until ? `Ihre ist am ${day(given.until)} abgelaufen. ` : 'Sie haben sie noch nicht. '}
      Fragen Sie das SMZ nach einem Termin, oder sehen Sie bei den{' '}
      <Link to={paths.workshops()} className="underline">
        Workshops
      </Link>{' '}
      nach.
    </p>
  )
}

type App = { id: string; title: string; context: string; path: string; isNeeded: boolean }

/** Apps that it needs, with what holds today for the reader's form of school (rule 11). */
export function NeededApps({ apps }: { apps: App[] }) {
  if (apps.length === 0) return null
  return (
    <Card title="Apps dazu" lead="Der Stand gilt für Ihre Schulform.">
      <List>
        {apps.map(({ id, title, context, path, isNeeded }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-zeile">
            <div className="min-w-0">
              <Link to={path} className="inline-flex min-h-11 items-center font-semibold underline">
                {title}
              </Link>
              <p className="text-leise">{context}</p>
            </div>
            {isNeeded && <Badge tone="aktion">Wird gebraucht</Badge>}
          </li>
        ))}
      </List>
    </Card>
  )
}

/** Ways to a new topic about the offer in each of one's PLGs; there it stands as a live card. */
export function ShareOffer({
  slug,
  homes,
}: {
  slug: string
  homes: { slug: string; title: string }[]
}) {
  if (homes.length === 0) return null
  return (
    <Fold
      title="In einer PLG besprechen"
      className="rounded-xl border border-linie bg-flaeche px-karte print:hidden"
    >
      <ul className="divide-y divide-linie">
        {homes.map((home) => (
          <li key={home.slug} className="py-zeile">
            <Link
              to={discussions.newTopic(home.slug, paths.offer(slug))}
              className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
            >
              {home.title}
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
