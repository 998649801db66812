import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { storedData } from '#server/privacy/views.ts'

export const loader = visitorPage(() => Promise.resolve(storedData()))

export const meta: MetaFunction = () => [{ title: 'Datenschutz – Lernen 25' }]

const COOKIES = [
  {
    name: 'session (über https: __Host-session)',
    what: 'hält Ihre Anmeldung; ein Zufallswert, sonst nichts',
    how: 'bis zur Abmeldung, höchstens 7 Tage; in Ämtern mit besonderen Rechten 12 Stunden',
  },
  {
    name: 'darstellung',
    what: 'hell oder dunkel, Schriftgröße, Dichte, Zifferntasten, wenn Sie das eingestellt haben',
    how: '1 Jahr',
  },
  { name: 'schule', what: 'die zuletzt gewählte Schule auf diesem Gerät', how: '1 Jahr' },
  {
    name: 'meldung',
    what: 'eine Meldung für die nächste Seite, z. B. „Gespeichert“',
    how: '1 Minute',
  },
]

export default function Privacy() {
  const rows = useLoaderData<typeof loader>()
  return (
    <TextPage
      title="Datenschutz"
      meta="Was die Software speichert und wie lange. Was nur der Betreiber weiß, ist gekennzeichnet."
    >
      <Section title="Das Wichtigste">
        <ul>
          <li>Kein Tracking, keine Werbung, keine Auswertung einzelner Personen.</li>
          <li>
            Ihr Browser spricht nur mit diesem Server. Schriften, Symbole und Programme kommen von
            hier und von keinem Dritten.
          </li>
          <li>
            Niemand sieht, wann Sie angemeldet waren, was Sie gelesen haben oder ob Sie gerade da
            sind. Das wird anderen nicht gezeigt und nicht ausgewertet.
          </li>
          <li>
            Was in einer PLG geschrieben wird, lesen deren Mitglieder. Ein Amt öffnet keine fremde
            PLG.
          </li>
        </ul>
      </Section>
      <Section title="Verantwortlich">
        <ForOperator>
          Verantwortliche Stelle nach Art. 4 Nr. 7 DSGVO mit Anschrift und Kontakt, bei gemeinsamer
          Verantwortlichkeit alle Beteiligten und das Wesentliche ihrer Vereinbarung (Art. 26
          DSGVO).
        </ForOperator>
        <ForOperator>Kontakt der oder des Datenschutzbeauftragten.</ForOperator>
        <ForOperator>
          Zwecke und Rechtsgrundlagen der Verarbeitung, Auftragsverarbeiter (z. B. Betrieb der
          Server, Mailversand) und Ort der Verarbeitung.
        </ForOperator>
      </Section>
      <Card title="Was über Personen gespeichert wird">
        <p className="mb-3">
          Die Liste kommt aus der Software selbst: Jede Spalte der Datenbank, die auf eine Person
          verweist, muss hier stehen. Was Sie betrifft, finden Sie auch im Konto unter
          „Datenschutz“.
        </p>
        <StoredList rows={rows} />
      </Card>
      <Section title="Ohne Anmeldung">
        <p>
          Wer nur liest, hinterlässt nichts Dauerhaftes. Damit niemand den Dienst überlastet, zählt
          der Server Anfragen je Netzadresse für eine Minute im Arbeitsspeicher. Versuche sich
          anzumelden, angeforderte Mails und gemeldete Barrieren zählt er je Netzadresse für
          höchstens eine Stunde in der Datenbank.
        </p>
        <p>
          Das Betriebsprotokoll nennt bei Störungen Zeitpunkt, Kennung der Anfrage und
          Fehlermeldung, keine Namen, Mailadressen, Netzadressen oder Inhalte. Anmeldeversuche
          stehen 30 Tage unter einem Pseudonym in einem Sicherheitsprotokoll.
        </p>
        <ForOperator>
          Welche Protokolle ein vorgeschalteter Server führt (Netzadressen, Dauer).
        </ForOperator>
        <p>
          Wer eine <Link to="/barrierefreiheit/melden">Barriere meldet</Link>, kann Kontaktangaben
          machen. Sie werden 90 Tage nach der Antwort gelöscht.
        </p>
      </Section>
      <Card title="Cookies">
        <p className="mb-3">
          Nur solche, ohne die etwas nicht ginge, das Sie selbst wollen. Deshalb fragt kein Fenster
          danach.
        </p>
        <List>
          {COOKIES.map(({ name, what, how }) => (
            <li key={name} className="py-zeile">
              <p className="font-semibold break-words">{name}</p>
              <p>{what}</p>
              <p className="text-sm text-leise">{how}</p>
            </li>
          ))}
        </List>
        <p className="mt-3">
          Entwürfe von Beiträgen bleiben auf Ihrem Gerät, im Speicher des Browsers, bis sie gesendet
          oder verworfen sind.
        </p>
      </Card>
      <Section title="Mails">
        <p>
          Sie bekommen Mails zum Anmelden und Registrieren, wenn Sie sie anfordern, und höchstens
          gesammelt, was in Ihren PLGs ungelesen ist: an Werktagen zwischen 7 und 18 Uhr. In den
          Mails sind keine Zählbilder und keine Umleitungen.
        </p>
      </Section>
      <Section title="Ihre Rechte">
        <p>
          Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung,
          Widerspruch und Beschwerde bei einer Aufsichtsbehörde (Art. 15 bis 21 und 77 DSGVO). Ihre
          Angaben und Geräte sehen und ändern Sie im Konto.
        </p>
        <ForOperator>
          An wen sich Personen mit diesen Rechten wenden; Name und Anschrift der zuständigen
          Aufsichtsbehörde.
        </ForOperator>
      </Section>
    </TextPage>
  )
}

/** Long sentences in three narrow columns would be unreadable on a phone, so each entry is a row of its own. */
function StoredList({ rows }: { rows: ReturnType<typeof storedData> }) {
  return (
    <List>
      {rows.map(({ what, retention, onErase }) => (
        <li key={what} className="py-zeile">
          <p>{what}</p>
          <p className="text-sm text-leise">
            Wie lange: {retention.replace(/\.$/, '')} · Beim Löschen des Kontos: {onErase}
          </p>
        </li>
      ))}
    </List>
  )
}
