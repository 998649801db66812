/** "Mia S."; "Emre aus der 6b", "Mia (6b)"; "Schülerin Aylin"; "Kind namens Emre". */
const LOOKS_LIKE_A_CHILD = [
  /(?<![\p{L}-])(\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}{1,20})?) \p{Lu}\.(?!\p{L})/gu,
  /(?<![\p{L}-])(\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}{1,20})?)(?: aus der |, | \()(?:Klasse )?\d{1,2}\s?[a-f](?![\p{L}\d])/gu,
  /(?<![\p{L}-])Schüler(?:in)? (?:namens )?(\p{Lu}\p{Ll}{2,20})/gu,
  /(?<![\p{L}-])(?:Kind|Mädchen|Junge) namens (\p{Lu}\p{Ll}{2,20})/gu,
]

/** Words that stand where a name could, and are none. */
const NO_NAMES = new Set(
  `Klasse Kurs Gruppe Stufe Jahrgang Jahrgangsstufe Sekundarstufe Seite Teil Abschnitt Aufgabe Phase Variante Version
  Plan Raum Team Teams Anlage Abbildung Tabelle Modell Typ Lernende Lernenden Kinder Kindern Schüler Schülern
  Schülerinnen Arbeiten Ergebnisse Texte Beispiele Erfahrungen Rückmeldungen Bilder Plakate Hefte Paare Gruppen
  Mathematik Deutsch Englisch Unterricht`.split(/\s+/),
)
const MOST_HINTS = 5

/**
 * What looks like the name of a child, "Mia S." or "Emre aus der 6b". A hint for people, no proof: it overlooks many and
 * is wrong at times.
 */
export function childNameHints(texts: string[]): string[] {
  const found = new Set<string>()
  for (const text of texts)
    for (const pattern of LOOKS_LIKE_A_CHILD)
      for (const [excerpt, name = ''] of text.matchAll(pattern))
        if (!NO_NAMES.has(name)) found.add(excerpt.replace(/\s+/g, ' ').trim())
  return [...found].slice(0, MOST_HINTS)
}
