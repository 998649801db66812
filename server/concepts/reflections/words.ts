import type { Context, Part } from './contract.ts'

export const contextNames: Record<Context, string> = {
  goal: 'Ziel',
  project: 'Vorhaben',
  plg_session: 'PLG-Treffen',
  classroom_visit: 'Hospitation',
  equipment_trial: 'Erprobung von Geräten',
  software_use: 'Arbeit mit Software',
  equipment_talk: 'Ausstattungsgespräch',
  general: 'Allgemein',
}

export const partNames: Record<Part, string> = {
  whatWeDid: 'Was haben wir gemacht?',
  use: 'Nutzung: Wie wurde es eingesetzt?',
  benefit: 'Nutzen: Was hat es für das Lernen gebracht?',
  surprise: 'Was hat uns überrascht?',
  hindrance: 'Was hat uns gehindert?',
  nextStep: 'Was tun wir als Nächstes?',
}

export const words = {
  missing: 'Bitte schreiben Sie, was Sie gemacht haben.',
  future: 'Bitte geben Sie einen Tag an, der schon war.',
  fromTheList: 'Bitte wählen Sie aus der Liste.',
  incomplete: 'Das Formular ist unvollständig. Bitte laden Sie die Seite neu.',
  corrected: 'Dieser Eintrag wurde schon berichtigt. Bitte berichtigen Sie den neueren.',
  hidden: 'Eintrag aus einer Quelle, die Sie nicht sehen',
  noSource: 'Das gibt es hier nicht, oder Sie können es nicht lesen.',
  noConcept: 'Bitte wählen Sie ein Konzept, in das Sie schreiben können.',
}
