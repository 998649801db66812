import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { paths } from '#server/concepts/chapters/paths.ts'
import { CHECKS, type Finding } from '#server/concepts/versions/contract.ts'
import { checkHints, checkNames } from '#server/concepts/versions/words.ts'

/** What was looked at before something leaves the school, and what was found where. */
export function Checks({ slug, findings }: { slug: string; findings: Finding[] }) {
  return (
    <Card title="Prüfungen">
      <ul className="divide-y divide-linie">
        {CHECKS.map((kind) => {
          const found = findings.filter((one) => one.kind === kind)
          const isFine = found.length === 0
          return (
            <li key={kind} className="py-zeile">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <h3 className="text-base">{checkNames[kind]}</h3>
                <Badge tone={isFine ? 'ok' : kind === 'alt' ? 'stopp' : 'achtung'}>
                  {isFine ? 'In Ordnung' : plural(found.length, 'Hinweis', 'Hinweise')}
                </Badge>
              </div>
              {!isFine && (
                <>
                  <p className="text-sm text-leise">{checkHints[kind]}</p>
                  <ul className="mt-1 list-disc pl-6">
                    {found.map((one, at) => (
                      <li key={at} className="wrap-anywhere">
                        „{one.excerpt}“ in <Place slug={slug} finding={one} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Place({ slug, finding: { place, chapter } }: { slug: string; finding: Finding }) {
  if (chapter === null) return place
  return (
    <Link to={paths.open(slug, chapter)} className="underline">
      {place}
    </Link>
  )
}
