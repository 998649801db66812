import { dayWords } from '../words.ts'

type When = { from: string; to: string; span: { from: string; to: string } | null }

/** "Mo 30.11.2026, 10:00–12:00 Uhr" or the days of a loan. */
export const whenWords = ({ from, to, span }: When): string =>
  span ? `${dayWords(from)}, ${span.from}–${span.to} Uhr` : `${dayWords(from)} bis ${dayWords(to)}`

export const refusals = {
  noWish: 'Bitte wählen Sie zuerst ein Angebot und eine Zeit.',
  isFree: 'Das ist gerade frei: Sie können es sofort buchen.',
  tooMany: (most: number) =>
    `Sie warten schon auf ${most} Dinge. Bitte ziehen Sie zuerst etwas zurück.`,
  isOver: 'Die Frist ist abgelaufen, das Angebot geht an die Nächsten.',
  isGone: 'Diesen Eintrag gibt es nicht mehr.',
  chooseSchool: 'Bitte wählen Sie, für welche Ihrer Schulen Sie buchen.',
}

type Told = { title: string; details: Record<string, unknown> }

/** The sentences of the bell; the title is that of the offer. */
export const notificationWords: Record<string, (told: Told) => string> = {
  'waiting.offered': ({ title, details }) =>
    `„${title}“ ist für Sie frei geworden. Bitte ${String(details.until)} bestätigen.`,
  'waiting.expired': ({ title }) =>
    `Ihre Frist für „${title}“ ist abgelaufen. Das Angebot ging an die Nächsten.`,
}
