import type { AimKind, AimState } from './contract.ts'

export const kindNames: Record<AimKind, string> = {
  strategic: 'Strategisches Ziel',
  network: 'Netzwerkziel',
}

export const stateNames: Record<AimState, string> = {
  draft: 'Vorschlag',
  in_force: 'Gilt',
  ended: 'Beendet',
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
  chooseConcept: 'Bitte wählen Sie, in welches Medienkonzept das Ziel kommt.',
}

export const auditWords: Record<string, string> = {
  'concepts.aim-in-force': 'Netzwerkziel in Kraft gesetzt',
  'concepts.aim-ended': 'Netzwerkziel beendet',
}
