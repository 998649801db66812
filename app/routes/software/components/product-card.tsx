import Bookmark from 'lucide-react/icons/bookmark'
import { wordsOf } from '#app/ui/choices.ts'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { subjectNames } from '#server/accounts/words.ts'
import type { ProductCard as Product } from '#server/software/directory/contract.ts'
import { paths } from '#server/software/paths.ts'
import { kindNames } from '#server/software/words.ts'
import { StandingBadge } from './standing-badge.tsx'

const MOST_CONDITIONS = 2

/** An app in a list: what it is, whether it may be used, where it is used. `comparing` is the form that compares. */
export function ProductCard({
  product,
  comparing,
  canKeep,
  level = 3,
}: {
  product: Product
  comparing?: string
  canKeep: boolean
  level?: 2 | 3
}) {
  const { slug, name, vendor, sentence, subjects, kind, schools, projects } = product
  const about = [
    subjects.length > 0 ? wordsOf(subjects, subjectNames) : 'Alle Fächer',
    kindNames[kind],
  ]
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="relative flex min-w-0 flex-col gap-2 rounded-xl border border-linie bg-flaeche p-karte">
      <div>
        <Heading className="text-lg wrap-anywhere">
          <Link
            to={paths.product(slug)}
            prefetch="intent"
            className="after:absolute after:inset-0 hover:underline"
          >
            {name}
          </Link>
        </Heading>
        {vendor && <p className="text-sm text-leise wrap-anywhere">{vendor}</p>}
      </div>
      <StandingBadge standing={product.standing} isForSome={product.isForSome} />
      {sentence && <p className="wrap-anywhere">{sentence}</p>}
      <Conditions conditions={product.conditions} />
      <div className="text-sm text-leise">
        <p>{about.join(' · ')}</p>
        <p>{useOf(schools, projects)}</p>
      </div>
      <div className="mt-auto flex flex-wrap items-center gap-x-5">
        {comparing && (
          <label className="relative inline-flex min-h-11 items-center gap-2">
            <input type="checkbox" name="app" value={slug} form={comparing} className="size-5" />
            Vergleichen<span className="sr-only">: {name}</span>
          </label>
        )}
        {canKeep && (
          <Link
            to={paths.watchLists(slug)}
            className="relative inline-flex min-h-11 items-center gap-1.5 underline"
          >
            <Bookmark className="size-[1.2em] shrink-0" />
            <span>
              Merken<span className="sr-only">: {name}</span>
            </span>
          </Link>
        )}
      </div>
    </article>
  )
}

/** What one has to see to before using it. */
function Conditions({ conditions }: { conditions: string[] }) {
  if (conditions.length === 0) return null
  const more = conditions.length - MOST_CONDITIONS
  return (
    <p className="border-l-4 border-achtung bg-achtung-zart px-3 py-1.5 wrap-anywhere">
      <span className="font-semibold">{conditions.length === 1 ? 'Auflage: ' : 'Auflagen: '}</span>
      {conditions.slice(0, MOST_CONDITIONS).join(' · ')}
      {more > 0 && ` und ${more} weitere`}
    </p>
  )
}

function useOf(schools: number, projects: number): string {
  const used =
    schools === 0 ? 'Noch an keiner Schule' : `An ${plural(schools, 'Schule', 'Schulen')}`
  return projects === 0 ? used : `${used} · in ${plural(projects, 'Vorhaben', 'Vorhaben')}`
}
