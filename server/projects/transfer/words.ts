import type { TransferState } from './contract.ts'

export const stateNames: Record<TransferState, string> = {
  open: 'Offen',
  done: 'Erledigt',
  not_adopted: 'Keine Übernahme',
}

/** The questions of the form and of the page. */
export const transferQuestions = {
  take: 'Was nehmen Sie mit an Ihre Schule?',
  toWhom: 'Zu wem?',
  how: 'Wie geben Sie es weiter?',
  need: 'Was brauchen Sie dafür?',
  result: 'Was ist daraus geworden?',
  reason: 'Warum übernimmt die Schule nichts?',
} as const

export const words = {
  missingTake: 'Bitte schreiben Sie auf, was Sie mitnehmen.',
  missingReason: 'Bitte nennen Sie den Grund.',
  noSchool: 'Sie sitzen in dieser PLG für keine Schule.',
  noSheets: 'In dieser Art von Gruppe gibt es keine Transferbögen.',
}
