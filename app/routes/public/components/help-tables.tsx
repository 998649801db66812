import { Section } from '#app/routes/public/components/text-page.tsx'

const FORMAT = [
  ['**wichtig**', 'fett'],
  ['*betont*', 'kursiv'],
  ['- erstens', 'Punkt einer Liste; jede Zeile beginnt mit einem Strich'],
  ['1. erstens', 'nummerierte Liste'],
  ['[Text](https://…)', 'Link mit Text; eine Adresse allein wird von selbst ein Link'],
  ['> Zitat', 'Zitat'],
  ['@Name', 'erwähnt ein Mitglied der PLG; es bekommt eine Benachrichtigung'],
] as const

/** How posts are written: the same small Markdown that server/platform/rich-text.ts renders. */
export function PostFormat() {
  return (
    <Section title="Beiträge schreiben" id="beitraege">
      <p>
        Schreiben Sie einfach los; eine Leerzeile macht einen Absatz. Die Knöpfe unter dem Feld
        setzen diese Zeichen für Sie:
      </p>
      <Pairs caption="Zeichen in Beiträgen" head={['Sie schreiben', 'Es wird']} rows={FORMAT} />
      <p>
        Bilder und Dateien lassen sich noch nicht anhängen. Ihr Text bleibt auf diesem Gerät als
        Entwurf, bis er gesendet ist, auch ohne Netz.
      </p>
    </Section>
  )
}

const KEYS = [
  ['Tab, Umschalt + Tab', 'zum nächsten oder vorigen Bedienelement'],
  ['Eingabe', 'Link oder Knopf auslösen'],
  ['Erster Tab auf einer Seite', '„Zum Inhalt springen“ überspringt Menü und Suche'],
  ['Strg + Eingabe (am Mac ⌘ + Eingabe)', 'im Textfeld: Beitrag senden'],
  [
    '1 bis 9',
    'beim Prüfen und bei Dubletten: antworten, wenn Zifferntasten unter „Darstellung“ an sind',
  ],
  ['Pfeiltasten, dann Eingabe', 'nach @: Mitglied aus der Liste wählen'],
  ['Esc', 'Menü, Liste oder Fenster schließen'],
] as const

export function Keyboard() {
  return (
    <Section title="Tastatur" id="tastatur">
      <p>Alles geht ohne Maus. Wo Sie sind, zeigt ein kräftiger Rahmen.</p>
      <Pairs caption="Tasten" head={['Taste', 'Wirkung']} rows={KEYS} />
      <p>
        Schrift größer, dunkle Farben oder dichtere Zeilen: im Konto unter „Darstellung“. Auch ohne
        JavaScript lässt sich alles lesen und jedes Formular senden.
      </p>
    </Section>
  )
}

function Pairs({
  caption,
  head,
  rows,
}: {
  caption: string
  head: readonly [string, string]
  rows: readonly (readonly [string, string])[]
}) {
  return (
    <table>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([left, right]) => (
          <tr key={left}>
            <th scope="row" className="font-semibold">
              {left}
            </th>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
