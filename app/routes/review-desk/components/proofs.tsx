import { day } from '#app/ui/format.ts'
import { paths } from '#server/software/paths.ts'
import type { Evidence } from '#server/software/review/checks/contract.ts'
import { documentNames } from '#server/software/review/words.ts'
import { Proof } from './proof.tsx'

/** What an answer rests on. */
export function Proofs({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) return null
  return (
    <ul className="grid gap-1 text-sm">
      {evidence.map((one) => (
        <li key={one.id} className="border-l-4 border-linie pl-3 wrap-anywhere">
          {one.quote && <q>{one.quote}</q>}{' '}
          {one.url && (
            <a href={one.url} rel="noreferrer" className="underline">
              {one.url}
            </a>
          )}{' '}
          <OfDocument evidence={one} />{' '}
          <span className="text-leise">gelesen am {day(one.retrievedOn)}</span>
          {one.file && (
            <div>
              <Proof file={one.file} />
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function OfDocument({ evidence: { document, documentAt } }: { evidence: Evidence }) {
  if (document === null) return null
  const name = documentNames[document] ?? document
  if (!documentAt) return name
  return (
    <a href={paths.document(documentAt.slug, documentAt.id)} className="underline">
      {name}
    </a>
  )
}
