import { type MetaFunction } from '@remix-run/react'
import { ForOperator, Section, TextPage } from '#app/routes/public/components/text-page.tsx'
import { Link } from '#app/ui/link.tsx'

export const meta: MetaFunction = () => [{ title: 'Gebärdensprache – Lernen 25' }]

export default function SignLanguage() {
  return (
    <TextPage title="Deutsche Gebärdensprache" meta="Das Video fehlt noch.">
      <Section title="Video">
        <p>
          Hier soll ein Video in Deutscher Gebärdensprache (DGS) mit Untertiteln stehen. Es ist noch
          nicht aufgenommen.
        </p>
        <ForOperator>
          Video in DGS mit Untertiteln, auf diesem Server abgelegt, mit dem Inhalt unten.
        </ForOperator>
      </Section>
      <Section title="Was das Video zeigen soll">
        <ol>
          <li>
            Lernen 25 ist die Plattform der Duisburger Schulen. Lehrkräfte verschiedener Schulen
            arbeiten hier in Gruppen zusammen, den Professionellen Lerngemeinschaften (PLG).
          </li>
          <li>
            Ohne Anmeldung lesen Sie die Liste der <Link to="/schulen">Schulen</Link>. Wer an einer
            Schule arbeitet, legt ein <Link to="/registrieren">Konto</Link> an; die Schule bestätigt
            es.
          </li>
          <li>
            Links (auf dem Telefon unten) ist das Menü, oben die Suche, ganz unten auf jeder Seite
            die <Link to="/hilfe">Hilfe</Link>.
          </li>
          <li>
            In der <Link to="/barrierefreiheit">Erklärung zur Barrierefreiheit</Link> steht, was
            schon geht und was noch nicht.
          </li>
          <li>
            Wenn etwas nicht geht: <Link to="/barrierefreiheit/melden">Barriere melden</Link>, ohne
            Anmeldung. Die Antwort kommt innerhalb von 6 Wochen.
          </li>
        </ol>
      </Section>
      <Section title="Auch auf Deutsch zu lesen">
        <p>
          Dasselbe steht in <Link to="/leichte-sprache">Leichter Sprache</Link>. Auf dieser
          Plattform gibt es keine Töne, die man hören müsste: Alles Neue steht auch als Text da.
        </p>
      </Section>
    </TextPage>
  )
}
