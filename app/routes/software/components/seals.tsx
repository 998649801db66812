import { Card } from '#app/ui/card.tsx'
import { day } from '#app/ui/format.ts'
import type { Seal } from '#server/software/products/contract.ts'
import { sealNames } from '#server/software/products/words.ts'

/** What others have found; it replaces no review of our own. */
export function Seals({ seals }: { seals: Seal[] }) {
  if (seals.length === 0) return null
  return (
    <Card title="Siegel anderer Stellen" lead="Sie helfen bei der Prüfung und ersetzen sie nicht.">
      <ul className="divide-y divide-linie">
        {seals.map(({ id, scheme, result, issuedOn, validUntil, url }) => (
          <li key={id} className="py-zeile">
            <span className="font-semibold">{sealNames[scheme] ?? scheme}</span>:{' '}
            <span className="wrap-anywhere">{result}</span>
            <span className="text-leise">
              {issuedOn && `, vom ${day(issuedOn)}`}
              {validUntil && `, gültig bis ${day(validUntil)}`}
            </span>{' '}
            {/^https?:\/\//.test(url) && (
              <a
                href={url}
                rel="noreferrer nofollow"
                className="inline-flex min-h-11 items-center underline"
              >
                Zum Ergebnis<span className="sr-only"> von {sealNames[scheme] ?? scheme}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
