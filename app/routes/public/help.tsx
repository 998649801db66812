import { type MetaFunction } from '@remix-run/react'
import { Keyboard, PostFormat } from '#app/routes/public/components/help-tables.tsx'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Hilfe – Lernen 25' }]

const CONTENTS = [
  ['erste-schritte', 'Erste Schritte'],
  ['bestaetigung', 'Wer mich bestätigt'],
  ['plg', 'PLGs'],
  ['beitraege', 'Beiträge schreiben'],
  ['benachrichtigungen', 'Benachrichtigungen'],
  ['tastatur', 'Tastatur'],
  ['begriffe', 'Begriffe'],
  ['kontakt', 'Wenn etwas nicht geht'],
] as const

export default function Help() {
  return (
    <TextPage title="Hilfe">
      <nav aria-label="Auf dieser Seite">
        <ul className="flex flex-wrap gap-x-5">
          {CONTENTS.map(([id, label]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-11 items-center underline">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <FirstSteps />
      <WhoConfirms />
      <AboutPlgs />
      <PostFormat />
      <AboutNotifications />
      <Keyboard />
      <Glossary />
      <Contact />
    </TextPage>
  )
}

function FirstSteps() {
  return (
    <Section title="Erste Schritte" id="erste-schritte">
      <ol>
        <li>
          <Link to="/registrieren">Konto anlegen</Link>: Name, dienstliche Mailadresse, Schule und
          Rolle. Sie bekommen eine Mail mit einem Link; er gilt 24 Stunden.
        </li>
        <li>
          Ihre Schule bestätigt Sie. Bis dahin lesen Sie, was öffentlich ist, zum Beispiel die{' '}
          <Link to="/schulen">Schulen</Link>.
        </li>
        <li>
          Danach fragen drei kurze Schritte, ob Schule, Fächer und Jahrgänge stimmen. Sie lassen
          sich überspringen und später im Konto ändern.
        </li>
        <li>
          Unter <Link to="/plg">PLGs</Link> einer Gruppe beitreten oder selbst eine gründen und den
          ersten Beitrag schreiben.
        </li>
      </ol>
      <p>
        Anmelden können Sie sich mit Passwort oder mit einem Link, der Ihnen per Mail geschickt
        wird. Der Link gilt 15 Minuten und einmal.
      </p>
    </Section>
  )
}

function WhoConfirms() {
  return (
    <Section title="Wer mich bestätigt" id="bestaetigung">
      <ul>
        <li>
          Lehrkräfte und Personal: die Schulleitung oder die Digitalisierungsbeauftragten der
          eigenen Schule, sonst das Schulmedienzentrum (SMZ).
        </li>
        <li>Schulleitungen: über das offizielle Postfach der Schule aus dem Schulregister.</li>
        <li>
          Ämter (SMZ, Datenschutz, Schulträger): die Technische Administration. Niemand trägt sich
          dafür selbst ein.
        </li>
      </ul>
      <p>
        Sie arbeiten an mehreren Schulen oder wechseln? Fügen Sie die Schule im Konto unter „Schulen
        und Rollen“ hinzu. Auch sie bestätigt.
      </p>
    </Section>
  )
}

function AboutPlgs() {
  return (
    <Section title="PLGs" id="plg">
      <ul>
        <li>
          <strong>Offen:</strong> Jede Lehrkraft tritt sofort bei.
        </li>
        <li>
          <strong>Auf Anfrage:</strong> Die Leitung der PLG nimmt an.
        </li>
        <li>
          <strong>Geschlossen:</strong> nur mit Einladung. Wer nicht dazugehört, findet sie nicht.
        </li>
      </ul>
      <p>
        Lesen und schreiben können in jeder PLG nur die Mitglieder. Ein Amt öffnet keine fremde PLG.
        Den Platz der Schule bestätigt die Schulleitung; bis dahin steht „Zustimmung der
        Schulleitung offen“, und Sie können trotzdem mitarbeiten.
      </p>
    </Section>
  )
}

function AboutNotifications() {
  return (
    <Section title="Benachrichtigungen" id="benachrichtigungen">
      <p>
        Die Glocke zählt, was ungelesen ist. Mehrere Antworten im selben Thema sind eine Zeile. Wer
        das Thema öffnet, hat sie gelesen. Was liegen bleibt, kommt an Werktagen um 16 Uhr gesammelt
        per Mail.
      </p>
      <p>Niemand erfährt, ob und wann Sie etwas gelesen haben.</p>
    </Section>
  )
}

const TERMS = [
  [
    'PLG',
    'Professionelle Lerngemeinschaft: Lehrkräfte mehrerer Schulen arbeiten an einer Frage aus dem Unterricht, probieren aus und werten aus.',
  ],
  [
    'SMZ',
    'Schulmedienzentrum: organisiert das Netzwerk, berät und kümmert sich um Meldungen auf dieser Plattform.',
  ],
  [
    'MKR',
    'Medienkompetenzrahmen NRW: 6 Bereiche mit je 4 Kompetenzen, die Kinder und Jugendliche erwerben sollen.',
  ],
  ['Begleitung', 'Eine Person, die eine PLG fachlich moderiert, ohne sie zu leiten.'],
  [
    'Schulträger',
    'Die Stadt, bei öffentlichen Schulen vertreten durch das Amt für Schulische Bildung.',
  ],
] as const

function Glossary() {
  return (
    <Section title="Begriffe" id="begriffe">
      <dl>
        {TERMS.map(([term, meaning]) => (
          <div key={term} className="mb-2">
            <dt className="font-semibold">{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Contact() {
  return (
    <Section title="Wenn etwas nicht geht" id="kontakt">
      <ul>
        <li>
          Läuft die Plattform? <Link to="/status">Status</Link>
        </li>
        <li>
          Etwas ist nicht lesbar, bedienbar oder verständlich:{' '}
          <Link to="/barrierefreiheit/melden">Barriere melden</Link>
        </li>
        <li>Ein Beitrag ist nicht in Ordnung: „Melden“ am Beitrag.</li>
        <li>
          Eine Fehlerseite zeigt eine Kennung, zum Beispiel 7F3A21B0: Damit findet der Support die
          Ursache.
        </li>
      </ul>
      <ForOperator>Mailadresse und Telefon des Supports, Zeiten der Erreichbarkeit.</ForOperator>
    </Section>
  )
}
