import type { AimKind, AimState } from './contract.ts'

export const kindNames: Record<AimKind, string> = {
  strategic: 'Strategisches Ziel',
  network: 'Netzwerkziel',
}

export const stateNames: Record<AimState, string> = {
  draft: 'Vorschlag',
  in_force: 'Gilt',
  ended: 'Beendet',
  withdrawn: 'Zurückgenommen',
}

export const words = {
  missingTitle: 'Bitte schreiben Sie das Ziel in einem Satz auf.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  hasSuccessor: 'Für dieses Ziel gibt es bereits einen Vorschlag für eine neue Fassung.',
  notInForce: 'Nur ein Ziel, das gilt, wird übernommen oder beendet.',
  noDraft: 'Über diesen Vorschlag ist bereits entschieden.',
  overtaken:
    'Jemand hat das inzwischen geändert. Ihre Angaben stehen noch hier. Bitte vergleichen Sie.',
  badEnd:
    'Bitte einen Tag wählen, der Schulen Zeit lässt: bei einem neuen Vorschlag mindestens eine Woche, höchstens ein halbes Jahr.',
  stillCommented: (day: string) =>
    `Schulen können noch bis zum ${day} Stellung nehmen. Danach entscheiden Sie.`,
  missingReason: 'Bitte schreiben Sie auf, warum. Wer das Ziel vorgeschlagen hat, liest es.',
  missingComment: 'Bitte schreiben Sie Ihre Stellungnahme auf.',
  missingHiddenReason:
    'Bitte schreiben Sie auf, warum. Wer die Stellungnahme geschrieben hat, liest es.',
  notAsked: 'Zu diesem Vorschlag wird keine Stellungnahme mehr erbeten.',
  commentGone: 'Diese Stellungnahme gibt es nicht mehr.',
  chooseConcept: 'Bitte wählen Sie, in welches Medienkonzept das Ziel kommt.',
}

/** How many schools have said something to a proposal. */
export const saidBy = (schools: number) => {
  if (schools === 0) return 'keine Schule hat Stellung genommen'
  return schools === 1
    ? 'eine Schule hat Stellung genommen'
    : `${schools} Schulen haben Stellung genommen`
}

type Told = { title: string }

/** The sentence of the bell for whoever proposed it. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'concepts.aim-in-force': ({ title }) => `Ihr Vorschlag „${title}“ gilt jetzt als Netzwerkziel.`,
  'concepts.aim-taken-back': ({ title }) =>
    `Ihr Vorschlag „${title}“ wird kein Netzwerkziel. Die Begründung steht dort.`,
}

export const auditWords: Record<string, string> = {
  'concepts.aim-in-force': 'Netzwerkziel in Kraft gesetzt',
  'concepts.aim-ended': 'Netzwerkziel beendet',
  'concepts.aim-taken-back': 'Vorschlag eines Netzwerkziels zurückgenommen',
  'concepts.aim-comment-hidden': 'Stellungnahme zu einem Netzwerkziel ausgeblendet',
  'concepts.aim-comment-shown': 'Stellungnahme zu einem Netzwerkziel wieder gezeigt',
}
