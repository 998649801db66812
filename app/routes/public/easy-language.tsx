import { type MetaFunction } from '@remix-run/react'
import { Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Leichte Sprache – Lernen 25' }]

/** Rules of Leichte Sprache: one statement a sentence, no passive, no subjunctive, long words with a middle dot. */
export default function EasyLanguage() {
  return (
    <TextPage title="Lernen 25 in Leichter Sprache">
      <Section title="Was ist Lernen 25?">
        <p>Lernen 25 ist eine Internet·seite.</p>
        <p>Die Internet·seite ist für Lehrer und Lehrerinnen aus Duisburg.</p>
        <p>Sie arbeiten an verschiedenen Schulen.</p>
        <p>Auf Lernen 25 arbeiten sie zusammen.</p>
        <p>Sie fragen zum Beispiel:</p>
        <ul>
          <li>Wie hilft ein Tablet beim Rechnen?</li>
          <li>Welches Programm ist gut für den Unterricht?</li>
        </ul>
        <p>Sie probieren etwas aus.</p>
        <p>Dann schreiben sie auf: Hat es geholfen?</p>
        <p>So lernen die Schulen voneinander.</p>
      </Section>
      <Section title="Was können Sie hier lesen?">
        <p>Sie können Schulen in Duisburg sehen.</p>
        <p>
          Drücken Sie auf das Wort: <Link to="/schulen">Schulen</Link>.
        </p>
        <p>Dafür brauchen Sie keine Anmeldung.</p>
        <p>Anmeldung heißt: Sie sagen der Internet·seite, wer Sie sind.</p>
      </Section>
      <Section title="Wie melden Sie sich an?">
        <p>Nur Menschen aus den Schulen können sich anmelden.</p>
        <p>Sie arbeiten an einer Schule in Duisburg?</p>
        <p>Dann geht es so:</p>
        <ol>
          <li>
            Drücken Sie auf: <Link to="/registrieren">Konto anlegen</Link>.
          </li>
          <li>Schreiben Sie Ihren Namen und Ihre E-Mail-Adresse auf.</li>
          <li>Wählen Sie Ihre Schule aus.</li>
          <li>Sie bekommen eine E-Mail.</li>
          <li>In der E-Mail ist ein Link. Drücken Sie auf den Link.</li>
          <li>Ihre Schule schaut nach: Arbeiten Sie wirklich dort?</li>
          <li>Dann können Sie mitmachen.</li>
        </ol>
        <p>
          Sie haben schon ein Konto? Dann drücken Sie auf: <Link to="/anmelden">Anmelden</Link>.
        </p>
      </Section>
      <Section title="Was sehen andere von Ihnen?">
        <p>Andere sehen Ihren Namen und Ihre Schule.</p>
        <p>Andere sehen, was Sie schreiben.</p>
        <p>Andere sehen nicht, was Sie lesen.</p>
        <p>Andere sehen nicht, wann Sie da sind.</p>
      </Section>
      <Section title="Wie benutzen Sie die Internet·seite?">
        <p>Links oder unten sehen Sie das Menü.</p>
        <p>Im Menü stehen die wichtigsten Seiten.</p>
        <p>Ganz unten auf jeder Seite steht das Wort: Hilfe.</p>
        <p>Sie sind angemeldet? Dann können Sie die Schrift größer machen.</p>
        <p>Drücken Sie oben rechts auf die Buchstaben von Ihrem Namen.</p>
        <p>Dann drücken Sie auf: Darstellung.</p>
      </Section>
      <Section title="Etwas geht nicht?">
        <p>Sie können etwas nicht lesen? Oder Sie verstehen etwas nicht? Schreiben Sie uns.</p>
        <p>Sie müssen Ihren Namen nicht sagen.</p>
        <p>
          Drücken Sie auf: <Link to="/barrierefreiheit/melden">Barriere melden</Link>.
        </p>
        <p>Eine Barriere ist ein Hindernis.</p>
        <p>Sie bekommen eine Nummer.</p>
        <p>Sie möchten eine Antwort?</p>
        <p>Dann schreiben Sie Ihre E-Mail-Adresse dazu.</p>
        <p>Die Antwort kommt in höchstens 6 Wochen.</p>
      </Section>
    </TextPage>
  )
}
