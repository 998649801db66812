import { Fold } from '#app/ui/fold.tsx'
import { Link } from '#app/ui/link.tsx'
import { paths as discussions } from '#server/discussions/paths.ts'
import { paths } from '#server/software/paths.ts'

/** Ways to a new topic about the app in each of one's PLGs; there it stands as a live card. */
export function ShareList({
  app,
  homes,
}: {
  app: string
  homes: { slug: string; title: string }[]
}) {
  if (homes.length === 0) return null
  return (
    <Fold
      title="In PLG teilen"
      className="rounded-xl border border-linie bg-flaeche px-karte print:hidden"
    >
      <ul className="divide-y divide-linie">
        {homes.map(({ slug, title }) => (
          <li key={slug} className="py-zeile">
            <Link
              to={discussions.newTopic(slug, paths.product(app))}
              className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
