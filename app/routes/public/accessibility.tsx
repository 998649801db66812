import { type MetaFunction } from '@remix-run/react'
import Accessibility from 'lucide-react/icons/accessibility'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Erklärung zur Barrierefreiheit – Lernen 25' }]

export default function AccessibilityStatement() {
  return (
    <TextPage
      title="Erklärung zur Barrierefreiheit"
      meta={
        <>
          Auch in{' '}
          <Link to="/leichte-sprache" className="underline">
            Leichter Sprache
          </Link>{' '}
          und{' '}
          <Link to="/gebaerdensprache" className="underline">
            Gebärdensprache
          </Link>
        </>
      }
    >
      <Section title="Wofür diese Erklärung gilt">
        <p>
          Für die Plattform Lernen 25 unter dieser Adresse. Gebaut wird sie nach den Web Content
          Accessibility Guidelines (WCAG) 2.2, Stufe AA, und der europäischen Norm EN 301 549, auf
          die die BITV NRW verweist.
        </p>
        <ForOperator>
          Name der öffentlichen Stelle, Adresse der Website, Datum der Veröffentlichung im Betrieb.
        </ForOperator>
      </Section>
      <Section title="Stand der Vereinbarkeit">
        <p>
          Bisher gibt es nur eine Selbstbewertung durch die Entwicklung, keine Prüfung durch eine
          unabhängige Stelle und keinen Test mit Menschen, die auf Hilfsmittel angewiesen sind. Wir
          behaupten deshalb nicht, dass die Plattform vollständig barrierefrei ist.
        </p>
        <ForOperator>
          Ergebnis einer Prüfung nach BITV NRW: vollständig, teilweise oder nicht vereinbar.
        </ForOperator>
      </Section>
      <Section title="Wie geprüft wurde">
        <ul>
          <li>
            Automatisch bei jeder Änderung: Seiten in mehreren Größen mit axe-core, die Kontraste
            aller Farben hell und dunkel.
          </li>
          <li>Bedienung mit der Tastatur und ohne JavaScript in denselben Prüfungen.</li>
        </ul>
        <p>Automatische Prüfungen finden nur einen Teil der Barrieren.</p>
      </Section>
      <Section title="Was wir wissen und noch nicht gelöst haben">
        <ul>
          <li>
            Leichte Sprache gibt es für eine Seite, die das Wichtigste erklärt. Sie wurde noch nicht
            von Menschen mit Lernschwierigkeiten geprüft.
          </li>
          <li>
            Videos in Deutscher Gebärdensprache fehlen noch. Auf der Seite{' '}
            <Link to="/gebaerdensprache">Gebärdensprache</Link> steht, was sie zeigen sollen.
          </li>
          <li>
            Beiträge schreiben die Mitglieder selbst. Überschriften, Links und Tabellen darin können
            unverständlich sein, auch wenn die Plattform dabei hilft, es richtig zu machen.
          </li>
          <li>
            Mit Vorlesehilfen (VoiceOver auf dem iPad, NVDA unter Windows) wurde noch nicht
            ausführlich von Hand geprüft.
          </li>
        </ul>
      </Section>
      <Section title="Barriere melden">
        <p>
          Etwas lässt sich nicht lesen, nicht bedienen oder nicht verstehen? Schreiben Sie uns, ohne
          Anmeldung. Sie bekommen eine Nummer und innerhalb von 6 Wochen eine Antwort.
        </p>
        <p>
          <ButtonLink
            variant="primary"
            to="/barrierefreiheit/melden"
            icon={Accessibility}
            className="no-underline"
          >
            Barriere melden
          </ButtonLink>
        </p>
        <ForOperator>
          Weitere Wege, z. B. Telefon oder Postanschrift der zuständigen Stelle.
        </ForOperator>
      </Section>
      <Section title="Wenn unsere Antwort nicht hilft">
        <p>
          Dann können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes
          Nordrhein-Westfalen wenden. Ob öffentliche Stellen die Regeln einhalten, prüft die
          Überwachungsstelle des Landes.
        </p>
        <ForOperator>
          Aktuelle Anschrift, Telefon, Mailadresse und Internetadresse der Ombudsstelle und der
          Überwachungsstelle NRW.
        </ForOperator>
      </Section>
      <Section title="Diese Erklärung">
        <ForOperator>
          Datum der Erstellung und der letzten Überprüfung (mindestens jährlich).
        </ForOperator>
      </Section>
    </TextPage>
  )
}
