import { plural } from '#app/ui/format.ts'
import type { Licence } from '#server/projects/contract.ts'
import { licenceAddresses, licenceNames } from '#server/projects/words.ts'

/** Who made it and what others may do with it; the licence is a link where its wording stands. */
export function LicenceLine({
  licence,
  authors,
}: {
  licence: Licence | null
  authors: { named: string[]; others: number }
}) {
  const address = licence && licenceAddresses[licence]
  return (
    <p className="text-sm text-leise">
      Von {credit(authors)}
      {licence && (
        <>
          {' · '}
          {address ? (
            <a href={address} rel="license noopener noreferrer" className="underline">
              {licenceNames[licence]}
            </a>
          ) : (
            licenceNames[licence]
          )}
        </>
      )}
    </p>
  )
}

function credit({ named, others }: { named: string[]; others: number }): string {
  if (named.length === 0) return 'einer PLG im Duisburger Schulnetz'
  const more = others > 0 ? ` und ${plural(others, 'weiteren Person', 'weiteren Personen')}` : ''
  return named.join(', ') + more
}
