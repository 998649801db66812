export type Outcome = 'moves' | 'archived'

export const words = {
  chooseFrom: 'Bitte wählen Sie die bisherige Schule.',
  chooseTo: 'Bitte wählen Sie die Schule, die das Konzept weiterführt.',
  lookFirst: 'Bitte sehen Sie zuerst an, was geschieht.',
  same: 'Das ist dieselbe Schule. Bitte wählen Sie die Nachfolgeschule.',
  none: 'Diese Schule hat kein Konzept, das weitergeführt werden kann.',
  changed:
    'Inzwischen hat sich etwas geändert. Bitte sehen Sie noch einmal an, was geschieht, und bestätigen Sie es dann.',
}

/** What will happen, in one sentence, before it does. */
export function outcomeSentence(outcome: Outcome, from: string, to: string, versions: number) {
  const along =
    'Unterrichtsideen, Bestand, Bedarf und Ausstattungsgespräche gehen zur Nachfolgeschule.'
  const kept = versions === 1 ? '1 Version bleibt' : `${versions} Versionen bleiben`
  return outcome === 'moves'
    ? `„${to}“ hat noch kein Konzept: Das Konzept von „${from}“ gehört dann dieser Schule. ${kept} lesbar, alte Adressen führen weiter. ${along}`
    : `„${to}“ hat ein eigenes Konzept: Das Konzept von „${from}“ kommt ins Archiv und ändert sich nicht mehr. ${kept} unter der alten Adresse lesbar, auch der Entwurf für die Nachfolgeschule. ${along}`
}

export const doneSentence = (outcome: Outcome, to: string) =>
  outcome === 'moves'
    ? `Das Konzept gehört jetzt zu „${to}“.`
    : `Das Konzept ist im Archiv und wird von „${to}“ weitergeführt.`
