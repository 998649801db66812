import type { When } from '../../placing/contract.ts'
import { dayWords } from '../../words.ts'
import type { TroubleKind } from './contract.ts'

/** What is said of a date that cannot be kept. */
export const troubleWords: Record<TroubleKind, (missing: number, offer: string) => string> = {
  short: (missing, offer) =>
    missing === 1
      ? `${offer}: 1 davon ist nach einem Schaden nicht nutzbar.`
      : `${offer}: ${missing} davon sind nach einem Schaden nicht nutzbar.`,
  late: (_missing, offer) => `${offer}: Die vorige Ausleihe ist noch nicht zurück.`,
}

const whenWords = ({ from, to, span }: When) => {
  if (span) return `${dayWords(from)}, ${span.from}–${span.to} Uhr`
  return from === to ? dayWords(from) : `${dayWords(from)} bis ${dayWords(to)}`
}

/** "Frei sind 14 davon: Mi 02.12.2026 bis …" */
export const timesWords = (times: When[], quantity: number) =>
  `Frei ${quantity === 1 ? 'ist es' : `sind ${quantity} davon`}: ${times.map(whenWords).join('; ')}.`
