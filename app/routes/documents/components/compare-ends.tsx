import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { VersionLine } from '#server/documents/versions/contract.ts'
import { paths } from '#server/documents/versions/paths.ts'
import { words } from '#server/documents/versions/words.ts'

type End = VersionLine | null

/** Which two states are compared; null is the text as it stands. */
export function CompareEnds({
  from,
  to,
  now,
  canRestore,
}: {
  from: End
  to: End
  now: Instant
  canRestore: boolean
}) {
  const ends = [
    { word: 'Von', end: from },
    { word: 'Bis', end: to },
  ]
  return (
    <dl className="grid gap-x-5 gap-y-2 rounded-xl border border-linie bg-flaeche p-karte lg:grid-cols-2">
      {ends.map(({ word, end }) => (
        <div key={word}>
          <dt className="text-sm text-leise">{word}</dt>
          <dd>
            <Described end={end} now={now} />
            {end && canRestore && (
              <p>
                <Link
                  to={paths.restore(end.path)}
                  prefetch="intent"
                  className="inline-flex min-h-11 items-center underline"
                >
                  Wiederherstellen<span className="sr-only">: {end.name}</span>
                </Link>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Described({ end, now }: { end: End; now: Instant }) {
  if (!end) return <p className="font-semibold">{words.present}</p>
  return (
    <>
      <p className="wrap-anywhere">
        <Link to={end.path} prefetch="intent" className="font-semibold hover:underline">
          {end.name}
        </Link>
      </p>
      <p className="text-sm text-leise">
        Version {end.number} · {end.author} · {when(end.createdAt, now)}
      </p>
    </>
  )
}
