import { type MetaFunction } from '@remix-run/react'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Nutzungsregeln – Lernen 25' }]

export default function Terms() {
  return (
    <TextPage title="Nutzungsregeln" meta="So arbeiten wir auf Lernen 25 zusammen.">
      <Section title="Wer mitmacht">
        <ul>
          <li>
            Lehrkräfte und Schulpersonal Duisburger Schulen und die Stellen, die sie begleiten.
          </li>
          <li>
            Jede Person hat ein eigenes Konto und gibt das Passwort nicht weiter. Schüler:innen und
            Eltern haben keine Konten.
          </li>
          <li>Die Schulleitung oder die Digitalisierungsbeauftragten bestätigen neue Konten.</li>
        </ul>
      </Section>
      <Section title="Was hier nicht hingehört">
        <ul>
          <li>
            Namen, Fotos und andere Daten von Schüler:innen. Beschreiben Sie Situationen so, dass
            niemand erkennbar ist.
          </li>
          <li>Noten, Gutachten, Personalangelegenheiten, vertrauliche Unterlagen.</li>
          <li>
            Texte und Bilder, die Sie nicht veröffentlichen dürfen. Verweisen Sie mit einem Link.
          </li>
          <li>Werbung, Beleidigungen, Herabwürdigung von Personen oder Schulen.</li>
        </ul>
      </Section>
      <Section title="Was in einer PLG bleibt">
        <p>
          Was in einer PLG geschrieben wird, bleibt dort. Geben Sie es nur weiter, wenn die Gruppe
          einverstanden ist. Zitieren Sie niemanden ohne Rückfrage.
        </p>
      </Section>
      <Section title="Was geschieht, wenn etwas nicht in Ordnung ist">
        <ul>
          <li>
            Jeder Beitrag lässt sich mit „Melden“ dem Schulmedienzentrum (SMZ) melden. Es antwortet
            innerhalb von 2 Werktagen.
          </li>
          <li>
            Das SMZ sieht Ihren Namen und Ihre Begründung. Sonst erfährt niemand, wer gemeldet hat.
          </li>
          <li>
            In PLGs, denen es nicht angehört, liest auch das SMZ nicht mit. Es wendet sich dann an
            die Leitung der PLG.
          </li>
        </ul>
      </Section>
      <Section title="Rechtliches">
        <ForOperator>
          Beschlossene Nutzungsordnung mit Datum, Folgen bei Verstößen, Haftung, Nutzungsrechte an
          Beiträgen, Beteiligung der Personalräte.
        </ForOperator>
        <p>
          Siehe auch <Link to="/datenschutz">Datenschutz</Link> und{' '}
          <Link to="/barrierefreiheit">Barrierefreiheit</Link>.
        </p>
      </Section>
    </TextPage>
  )
}
