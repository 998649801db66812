import type { NotificationWords } from '#server/platform/sentences.ts'
import type { Frequency, WishOutcome } from './contract.ts'

export const frequencyNames: Record<Frequency, string> = {
  once: 'Einmal',
  yearly: 'Einige Male im Jahr',
  monthly: 'Jeden Monat',
  weekly: 'Jede Woche',
}

export const outcomeNames: Record<WishOutcome, string> = {
  open: 'Offen',
  planned: 'Vorgesehen',
  bought: 'Angeschafft',
  declined: 'Vorerst nicht',
}

export const words = {
  missingTitle: 'Bitte schreiben Sie, was Ihnen fehlt.',
  missingPurpose: 'Bitte schreiben Sie, wofür Sie es brauchen.',
  missingFrequency: 'Bitte wählen Sie, wie oft.',
  missingAnswer: 'Bitte schreiben Sie den Schulen eine Antwort.',
  stale: 'Der Wunsch wurde inzwischen geändert. Bitte vergleichen Sie.',
}

export const notificationWords: NotificationWords = {
  'medialab.wish-answered': ({ title }) => `Das SMZ hat geantwortet: „${title}“`,
}

export const auditWords = {
  'medialab.wish-deleted': 'Wunsch an das MediaLab gelöscht',
  'medialab.wish-restored': 'Wunsch an das MediaLab wiederhergestellt',
}
