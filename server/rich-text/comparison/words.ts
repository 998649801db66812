import type { ChangeKind, Counts } from './contract.ts'

export const changeWords: Record<ChangeKind, string> = {
  changed: 'Geändert',
  added: 'Neu',
  removed: 'Entfernt',
  moved: 'Verschoben',
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** "3 Abschnitte geändert, 1 neu, 0 entfernt" */
export function summaryOf({ changed, added, removed, moved }: Counts): string {
  const parts = [
    plural(changed, 'Abschnitt geändert', 'Abschnitte geändert'),
    `${added} neu`,
    `${removed} entfernt`,
    ...(moved > 0 ? [`${moved} verschoben`] : []),
  ]
  return parts.join(', ')
}

export const sectionWords = (count: number) => plural(count, 'Abschnitt', 'Abschnitte')

export const unchangedWords = (count: number) =>
  plural(count, 'unveränderter Abschnitt', 'unveränderte Abschnitte')

/** Heard and not seen: the colour and the line are for the eyes. */
export const heardWords = {
  inserted: 'eingefügt: ',
  deleted: 'gelöscht: ',
  formatted: 'anders ausgezeichnet: ',
  heading: 'Überschrift: ',
  done: 'Erledigt: ',
  open: 'Offen: ',
} as const

const typeNames: Record<string, string> = {
  paragraph: 'Absatz',
  heading: 'Überschrift',
  codeBlock: 'Code',
}
const itemNames: Record<string, string> = {
  bulletList: 'Listenpunkt',
  orderedList: 'nummerierter Punkt',
  taskList: 'Aufgabe',
}

/** What a section is called: "Überschrift", "Listenpunkt". */
export const nameOf = (type: string, list: string | undefined) =>
  (list && itemNames[list]) ?? typeNames[type] ?? 'Abschnitt'

export const notes = {
  onlyLook: 'Nur die Auszeichnung hat sich geändert, der Wortlaut ist gleich.',
  nowIs: (now: string, before: string) => `Jetzt ${now}, vorher ${before}.`,
  level: (now: number, before: number) => `Jetzt Überschrift Ebene ${now}, vorher Ebene ${before}.`,
  done: 'Jetzt erledigt.',
  open: 'Jetzt wieder offen.',
  deeper: 'Weiter eingerückt.',
  higher: 'Weniger eingerückt.',
  quoted: 'Jetzt ein Zitat.',
  unquoted: 'Kein Zitat mehr.',
  structure: 'Der Aufbau hat sich geändert, der Wortlaut ist gleich.',
  pictureReplaced: 'Das Bild wurde ausgetauscht.',
  alt: 'Die Bildbeschreibung hat sich geändert.',
  decorative: 'Das Bild gilt jetzt als schmückend.',
  meaningful: 'Das Bild gilt nicht mehr als schmückend.',
  movedHere: 'Stand vorher an einer anderen Stelle.',
  movedAway: 'Steht jetzt an einer anderen Stelle.',
  rowsAdded: (count: number) => `${plural(count, 'Zeile', 'Zeilen')} eingefügt.`,
  rowsRemoved: (count: number) => `${plural(count, 'Zeile', 'Zeilen')} gelöscht.`,
  columnAdded: (name: string) => (name ? `Spalte „${name}“ eingefügt.` : 'Spalte eingefügt.'),
  columnRemoved: (name: string) => (name ? `Spalte „${name}“ gelöscht.` : 'Spalte gelöscht.'),
  sameRows: (count: number) => plural(count, 'unveränderte Zeile', 'unveränderte Zeilen'),
  alternative: 'Bildbeschreibung: ',
  withoutAlternative: 'Ohne Bildbeschreibung',
  picture: (alt: string) => (alt ? `Bild: ${alt}` : 'Bild'),
}
