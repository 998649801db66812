import { wordsOf } from '#app/ui/choices.ts'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { Field, OfferKind } from '#server/medialab/contract.ts'
import { amountWords } from '#server/medialab/offers/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { fieldNames, kindNames } from '#server/medialab/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Offer = {
  mediaLibrary: string
  name: string
  kind: OfferKind
  field: Field | ''
  pieces: number
  places: number | null
  room: { slug: string; name: string } | null
  inside: { slug: string; name: string; kind: OfferKind }[]
  minAge: number | null
  gradeMin: number | null
  gradeMax: number | null
  schoolForms: string[]
  accessibility: string
  manualUrl: string
  items: { label: string; pieces: number }[]
  parts: { name: string; quantity: number }[]
}

function gradeWords({ gradeMin, gradeMax }: Offer): string {
  if (gradeMin === null && gradeMax === null) return ''
  if (gradeMax === null) return `ab Klasse ${gradeMin}`
  if (gradeMin === null) return `bis Klasse ${gradeMax}`
  return gradeMin === gradeMax ? `Klasse ${gradeMin}` : `Klasse ${gradeMin} bis ${gradeMax}`
}

/** What one has to know of an offer, as name and value. */
export function OfferFacts({ offer }: { offer: Offer }) {
  const { room, inside, minAge, manualUrl } = offer
  return (
    <Card title="Auf einen Blick">
      <DefinitionList
        facts={[
          ['Umfang', amountWords(offer)],
          ['Bereich', offer.field === '' ? '' : fieldNames[offer.field]],
          [
            'Raum',
            room && (
              <Link to={paths.offer(room.slug)} className="underline">
                {room.name}
              </Link>
            ),
          ],
          [
            'In diesem Raum',
            inside.length > 0 && (
              <ul>
                {inside.map(({ slug, name, kind }) => (
                  <li key={slug}>
                    <Link to={paths.offer(slug)} className="underline">
                      {name}
                    </Link>{' '}
                    <span className="text-leise">({kindNames[kind]})</span>
                  </li>
                ))}
              </ul>
            ),
          ],
          ['Alter', minAge === null ? '' : `ab ${minAge} Jahren`],
          ['Jahrgang', gradeWords(offer)],
          ['Schulformen', wordsOf(offer.schoolForms, schoolFormWords)],
          [
            'Barrierefreiheit',
            offer.accessibility || 'Noch nicht beschrieben. Fragen Sie das SMZ.',
          ],
          [
            'Anleitung',
            manualUrl && (
              <a href={manualUrl} rel="noreferrer" className="wrap-anywhere underline">
                Anleitung öffnen
              </a>
            ),
          ],
          [
            'Passende Filme und Bilder',
            <a key="link" href={offer.mediaLibrary} rel="noreferrer" className="underline">
              Bildungsmediathek NRW
            </a>,
          ],
        ]}
      />
    </Card>
  )
}

/** What comes along with a set. */
export function Pieces({ offer: { kind, items, parts } }: { offer: Offer }) {
  if (kind !== 'set' || (parts.length === 0 && items.length < 2)) return null
  return (
    <Card title="Das ist dabei">
      {items.length > 1 && (
        <p className="mb-2">
          {plural(items.length, 'Satz', 'Sätze')}:{' '}
          {items.map(({ label, pieces }) => label || `${pieces} Stück`).join(', ')}
        </p>
      )}
      {parts.length > 0 && (
        <ul className="list-disc columns-1 pl-5 md:columns-2">
          {merged(parts).map(({ name, quantity }) => (
            <li key={name}>{quantity > 1 ? `${quantity} × ${name}` : name}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** "Ladekabel 22", "Ladekabel 23" … are so many times one thing. */
function merged(parts: { name: string; quantity: number }[]) {
  const counts = new Map<string, number>()
  for (const { name, quantity } of parts) {
    const plain = name.replace(/ \d+$/, '')
    counts.set(plain, (counts.get(plain) ?? 0) + quantity)
  }
  return [...counts].map(([name, quantity]) => ({ name, quantity }))
}
