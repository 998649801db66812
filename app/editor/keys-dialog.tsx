import { Button } from '#app/ui/button.tsx'
import { OpenDialog } from './popup-frame.tsx'

const KEYS: [string, string][] = [
  ['Rückgängig, wiederherstellen', 'Strg+Z, Strg+Y'],
  ['Fett, kursiv, Code', 'Strg+B, Strg+I, Strg+E'],
  ['Durchgestrichen, Zitat', 'Strg+Umschalt+S, Strg+Umschalt+B'],
  ['Überschrift Ebene 2 bis 4', 'Strg+Alt+2 bis 4 oder ##, ###, ####'],
  ['Liste, nummerierte Liste', '- oder 1. am Anfang der Zeile'],
  ['Aufgabenliste', '[ ] am Anfang der Zeile'],
  ['Link', 'Strg+K'],
  ['Kommentar zur Auswahl', 'Strg+Alt+M'],
  ['Person oder Eintrag erwähnen', '@ und ein Name'],
  ['Stand sichern', 'Strg+S'],
  ['Zu den Werkzeugen', 'Alt+F10'],
  ['Aus Tabelle oder Liste hinaus', 'Esc, dann Tab'],
]

/** What the keyboard can do. On a Mac and an iPad, Strg is the key with ⌘. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <OpenDialog title="Tastenkürzel" onClose={onClose}>
      <p className="mb-2 text-leise">Auf dem Mac und dem iPad: ⌘ statt Strg, ⌥ statt Alt.</p>
      <dl className="mb-4 grid max-h-[50dvh] grid-cols-1 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {KEYS.map(([what, keys]) => (
          <div key={what} className="contents">
            <dt className="font-semibold">{what}</dt>
            <dd className="mb-1">{keys}</dd>
          </div>
        ))}
      </dl>
      <Button type="button" onClick={onClose}>
        Schließen
      </Button>
    </OpenDialog>
  )
}
