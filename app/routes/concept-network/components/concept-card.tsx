import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { districtWords, schoolFormWords } from '#server/schools/words.ts'
import type { conceptSearchFor } from '#server/concepts/network/views.ts'
import { chapterNames } from '#server/concepts/words.ts'
import { Pieces } from './pieces.tsx'

type Card = Awaited<ReturnType<typeof conceptSearchFor>>['concepts']['rows'][number]

/** A published concept and where in it the words stand. */
export function ConceptCard({ concept, comparing }: { concept: Card; comparing: string }) {
  const { school, title, number, publishedAt, path, hits } = concept
  const form = schoolFormWords[school.form as keyof typeof schoolFormWords] as string | undefined
  const district = districtWords[school.district as keyof typeof districtWords] as
    string | undefined
  return (
    <article className="grid min-w-0 gap-2 rounded-xl border border-linie bg-flaeche p-karte">
      <div>
        <p className="text-sm text-leise">{[form, district].filter(Boolean).join(', ')}</p>
        <h3 className="text-lg">
          <Link to={path} prefetch="intent" className="inline-flex min-h-11 items-center underline">
            {school.name}
          </Link>
        </h3>
        <p className="text-sm text-leise">
          {title} · Version {number} vom {day(publishedAt)}
        </p>
      </div>
      {hits.length > 0 && (
        <ul className="grid gap-2">
          {hits.map((hit) => (
            <li key={`${hit.path}${hit.kind}${hit.title}`} className="border-l-4 border-linie pl-3">
              <p className="text-sm">
                <Link
                  to={hit.path}
                  className="inline-flex min-h-11 items-center font-semibold underline"
                >
                  {placeOf(hit)}
                </Link>
              </p>
              <p className="wrap-anywhere">
                <Pieces pieces={hit.excerpt} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          name="schulen"
          value={school.slug}
          form={comparing}
          className="size-5"
        />
        <span>
          Nebeneinander lesen<span className="sr-only">: {school.name}</span>
        </span>
      </label>
    </article>
  )
}

function placeOf({ kind, title }: Card['hits'][number]): string {
  if (kind === 'goal') return `Ziel: ${title}`
  const usual = chapterNames[kind]
  return usual === title || kind === 'free' ? `Kapitel „${title}“` : `Kapitel „${title}“ (${usual})`
}
