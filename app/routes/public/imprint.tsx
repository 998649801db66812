import { type MetaFunction } from '@remix-run/react'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Impressum – Lernen 25' }]

export default function Imprint() {
  return (
    <TextPage title="Impressum">
      <Section title="Wer diese Plattform betreibt">
        <p>
          Lernen 25 ist die Plattform des stadtweiten Schulnetzwerks in Duisburg. Angaben zum
          Betreiber stehen hier, sobald sie eingetragen sind.
        </p>
        <ForOperator>
          Name und Rechtsform des Betreibers, vertretungsberechtigte Person, ladungsfähige
          Anschrift.
        </ForOperator>
        <ForOperator>
          Telefonnummer und Mailadresse, über die der Betreiber schnell erreichbar ist.
        </ForOperator>
        <ForOperator>
          Aufsichtsbehörde und Umsatzsteuer-Identifikationsnummer, soweit vorhanden.
        </ForOperator>
      </Section>
      <Section title="Verantwortlich für den Inhalt">
        <ForOperator>Name und Anschrift der redaktionell verantwortlichen Person.</ForOperator>
        <p>
          Beiträge in den PLGs schreiben deren Mitglieder; an jedem Beitrag stehen Name und Schule.
          Was nicht in Ordnung ist, können Sie dort mit „Melden“ dem Schulmedienzentrum (SMZ)
          melden.
        </p>
      </Section>
      <Section title="Technik">
        <p>
          Die Software steht unter der MIT-Lizenz. Schwachstellen melden Sie bitte über die Angaben
          in <a href="/.well-known/security.txt">security.txt</a>. Ob gerade alles läuft, steht
          unter <Link to="/status">Status</Link>.
        </p>
        <p>
          Schrift: Source Sans 3 (SIL Open Font License). Symbole: Lucide (ISC-Lizenz). Beides liegt
          auf diesem Server.
        </p>
      </Section>
    </TextPage>
  )
}
