import type { DateState, Field, OfferClass, OfferKind } from './contract.ts'

export const kindNames: Record<OfferKind, string> = {
  room: 'Raum',
  zone: 'Arbeitsbereich',
  station: 'Gerät im MediaLab',
  set: 'Koffer und Sets',
  advice: 'Beratung',
  event: 'Gruppentermin',
}

export const classNames: Record<OfferClass, string> = {
  base: 'Basisausstattung zum Ausprobieren',
  extended: 'Erweiterte Ausstattung',
  innovation: 'Innovation',
}

export const fieldNames: Record<Field, string> = {
  visual: 'Visual',
  audio: 'Audio',
  haptic_tinker: 'Haptik und Tinkern',
  coding_flex: 'Coding und Flex',
  special_needs: 'Sonderpädagogische Förderung',
}

export const stateNames: Record<DateState, string> = {
  requested: 'Angefragt',
  confirmed: 'Gebucht',
  prepared: 'Liegt bereit',
  out: 'Ausgeliehen',
  partly_back: 'Teilweise zurück',
  back: 'Zurück',
  closed: 'Abgeschlossen',
  rejected: 'Abgelehnt',
  cancelled: 'Storniert',
  no_show: 'Nicht genutzt',
  expired: 'Verfallen',
}

const WEEKDAYS = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa']

/** "Mo 30.11.2026" of "2026-11-30". */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]} ${date}.${month}.${year}`
}

const spans = (all: { from: string; to: string }[]) =>
  all.map(({ from, to }) => `${from}–${to} Uhr`).join(' und ')

/** What the rules say, with the way out. */
export const findingWords = {
  endsFirst: 'Das Ende liegt vor dem Anfang.',
  isPast: 'Dieser Tag ist vorbei. Bitte wählen Sie einen späteren.',
  isOver: 'Diese Zeit ist heute schon vorbei. Bitte wählen Sie eine spätere.',
  closed: (day: string, reason: string) =>
    `${day}: ${reason}. Das MediaLab hat geschlossen. Bitte wählen Sie einen anderen Tag.`,
  outside: (day: string, open: { from: string; to: string }[]) =>
    open.length > 0
      ? `${day} ist das MediaLab ${spans(open)} geöffnet. Bitte wählen Sie eine Zeit darin.`
      : `${day} ist das MediaLab nicht geöffnet. Bitte wählen Sie einen anderen Tag.`,
  noHandover: (day: string, next?: string) =>
    `${day} ist keine Ausgabe und keine Rückgabe.${next ? ` Der nächste Tag dafür ist ${next}.` : ''}`,
  schoolFree: (names: string[]) =>
    `An Ihrer Schule ist in dieser Zeit frei: ${names.join(', ')}. Buchen können Sie trotzdem.`,
  notOver: (names: string[]) =>
    `Über Schulferien (${names.join(', ')}) verleihen wir das nicht. Bitte geben Sie es vorher zurück.`,
  overAsked: (names: string[]) =>
    `Über Schulferien (${names.join(', ')}) verleihen wir das nach Rücksprache: Wir melden uns bei Ihnen.`,
  tooLong: (days: number, most: number) =>
    `Das sind ${days} Schultage, möglich sind ${most}. Bitte wählen Sie ein früheres Ende; verlängern können Sie später.`,
  schoolLimit: (most: number) =>
    `Ihre Schule hat davon schon ${most} offene ${most === 1 ? 'Buchung' : 'Buchungen'}. Die nächste geht, wenn eine zurück ist.`,
  personLimit: (most: number) =>
    `Sie haben davon schon ${most} offene ${most === 1 ? 'Buchung' : 'Buchungen'}. Die nächste geht, wenn eine zurück ist.`,
  innovation:
    'Das hat im Unterricht noch niemand eingesetzt. Wir verleihen es für laufende Innovationsprojekte: Bitte wählen Sie Ihr Vorhaben.',
  cooldown: (day: string) =>
    `Ihre Schule hatte das gerade. Damit andere es auch bekommen, geht es wieder ab ${day}; mit einem Vorhaben sofort.`,
  incomplete: (names: string[]) =>
    `Es fehlt: ${names.join(', ')}. Ohne das geht der Satz nicht hinaus. Setzen Sie sich auf die Warteliste, dann melden wir uns.`,
  minorMissing: (names: string[]) => `Zurzeit fehlt: ${names.join(', ')}.`,
  notInstructed: (name: string, next?: string) =>
    `Dafür brauchen Sie die Einweisung „${name}“.${next ? ` Der nächste Termin ist ${next}.` : ' Bitte fragen Sie das SMZ nach einem Termin.'}`,
  unreleased: (names: string[]) =>
    `Für Ihre Schulform ist nicht freigegeben: ${names.join(', ')}. Bitte sehen Sie vorher nach, was Sie nutzen dürfen.`,
  tooYoung: (age: number) => `Die Hersteller empfehlen das ab ${age} Jahren.`,
  tooMany: (places: number) => `Dort ist Platz für ${places} Personen.`,
  tooSoon: (day: string) => `So schnell geht es nicht. Der früheste Tag ist ${day}.`,
  tooEarly: (day: string) =>
    `So weit im Voraus nehmen wir nichts an. Der späteste Tag ist heute ${day}.`,
  notInLab: 'Das nutzen Sie an Ihrer Schule: Bitte wählen Sie Ausleihe.',
  notLent: 'Das bleibt im MediaLab: Bitte wählen Sie eine Uhrzeit.',
  fetched: 'Das holen Sie bitte selbst ab.',
}
