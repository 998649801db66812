import type { NotificationWords } from '#server/platform/sentences.ts'
import type { Rating, Recommendation, Visibility } from './contract.ts'

export const ratingNames: Record<Rating, { label: string; low: string; high: string }> = {
  learning: { label: 'Lernwirkung', low: 'gering', high: 'groß' },
  handling: { label: 'Bedienung', low: 'schwierig', high: 'leicht' },
  robustness: { label: 'Hält im Unterricht', low: 'anfällig', high: 'robust' },
  prepEffort: { label: 'Vorbereitung', low: 'viel Aufwand', high: 'wenig Aufwand' },
  support: { label: 'Unterstützung durch das SMZ', low: 'fehlte', high: 'sehr gut' },
}

export const recommendationNames: Record<Recommendation, string> = {
  base_equipment: 'In die Basisausstattung',
  pool_only: 'Nur zum Ausleihen',
  not_recommended: 'Nicht empfohlen',
}

export const visibilityNames: Record<Visibility, string> = {
  network: 'Das Schulnetz',
  city: 'Nur SMZ und Schulträger',
}

export const words = {
  missingUse: 'Bitte schreiben Sie, wofür Sie es eingesetzt haben.',
  missingScore: 'Bitte wählen Sie eine Zahl von 1 bis 5.',
  missingRecommendation: 'Bitte wählen Sie eine Empfehlung.',
  missingOffer: 'Bitte wählen Sie, worüber Sie berichten.',
  strangeOffer: 'Das gehört nicht zu dieser Buchung.',
  notOver: 'Diese Buchung läuft noch. Bitte berichten Sie, wenn alles zurück ist.',
  toldAlready: 'Darüber haben Sie schon berichtet. Den Bericht können Sie ändern.',
  stale: 'Der Bericht wurde inzwischen geändert. Bitte vergleichen Sie die beiden Fassungen.',
  toldAnew: 'Zu dieser Buchung gibt es inzwischen einen neuen Bericht.',
  thing: (offer: string) => `Bericht: ${offer}`,
  asked: (offers: string) => `Wie war es mit „${offers}“?`,
}

/** The columns of the file for a table program. */
export const columns = [
  'Datum',
  'Angebot',
  'Schulform',
  'Jahrgang',
  'Fach',
  'Eingesetzt für',
  'Lernwirkung',
  'Bedienung',
  'Hält im Unterricht',
  'Vorbereitung',
  'Unterstützung',
  'Empfehlung',
  'Bedingungen',
] as const

export const notificationWords: NotificationWords = {
  'medialab.report-asked': ({ title }) => `Ihre Buchung ist vorbei. ${title}`,
}

export const auditWords = {
  'medialab.report-deleted': 'Bericht zum MediaLab gelöscht',
  'medialab.report-restored': 'Bericht zum MediaLab wiederhergestellt',
}
