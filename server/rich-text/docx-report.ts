/** What was seen in a Word file that is not, or not so, in the text made of it. */
export type Facts = {
  changes: boolean
  comments: number
  footnotes: number
  formulas: boolean
  charts: boolean
  externalPictures: number
  otherExternals: boolean
  unknownPictures: number
  tooManyPictures: number
  tablesWithoutHead: number
  plainLinks: number
  droppedLinks: number
  guessedAlts: number
}

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** In German sentences, the most important first. */
export function notesFor(facts: Facts): string[] {
  const { comments, footnotes, externalPictures, unknownPictures, tablesWithoutHead, guessedAlts } =
    facts
  const notes: [unknown, string][] = [
    [facts.changes, 'Nachverfolgte Änderungen wurden angenommen.'],
    [comments, `${counted(comments, 'Kommentar wurde', 'Kommentare wurden')} nicht übernommen.`],
    [
      footnotes,
      `${counted(footnotes, 'Fußnote steht', 'Fußnoten stehen')} jetzt am Ende des Textes.`,
    ],
    [
      externalPictures,
      `${counted(externalPictures, 'Bild aus dem Internet wurde', 'Bilder aus dem Internet wurden')} nicht geladen.`,
    ],
    [
      unknownPictures,
      `${counted(unknownPictures, 'Bild hat', 'Bilder haben')} ein Format, das Browser nicht zeigen, und ${unknownPictures === 1 ? 'fehlt' : 'fehlen'}.`,
    ],
    [facts.tooManyPictures, 'Es wurden nur die ersten 300 Bilder übernommen.'],
    [facts.formulas, 'Formeln wurden nicht übernommen.'],
    [facts.charts, 'Diagramme wurden nicht übernommen. Fügen Sie sie als Bild ein.'],
    [facts.otherExternals, 'Verknüpfte Inhalte aus anderen Dateien wurden nicht geladen.'],
    [
      tablesWithoutHead,
      `${counted(tablesWithoutHead, 'Tabelle hat', 'Tabellen haben')} keine Kopfzeile. Bitte legen Sie eine fest.`,
    ],
    [
      guessedAlts,
      `${counted(guessedAlts, 'Bildbeschreibung hat', 'Bildbeschreibungen hat')} Word selbst erzeugt. Bitte prüfen Sie sie.`,
    ],
    [
      facts.plainLinks,
      `${counted(facts.plainLinks, 'Link beginnt', 'Links beginnen')} jetzt mit https:// statt http://.`,
    ],
    [facts.droppedLinks, 'Links mit unzulässigen Adressen sind jetzt einfacher Text.'],
  ]
  return notes.filter(([seen]) => Boolean(seen)).map(([, sentence]) => sentence)
}
