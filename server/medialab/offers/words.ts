import type { Approval, HolidayRule } from '../contract.ts'
import type { OfferState, ToldRules } from './contract.ts'

export const offerStateNames: Record<OfferState, string> = {
  draft: 'Entwurf',
  listed: 'Im Katalog',
  retired: 'Nicht mehr angeboten',
}

export const holidayNames: Record<HolidayRule, string> = {
  not_counted: 'Schulferien zählen nicht mit',
  counted: 'Schulferien zählen mit',
  not_allowed: 'Nicht über Schulferien',
  with_approval: 'Über Schulferien nach Rücksprache',
}

export const approvalNames: Record<Approval, string> = {
  auto: 'Sofort gebucht',
  smz: 'Das SMZ bestätigt die Anfrage',
  smz_and_principal: 'Schulleitung und SMZ bestätigen die Anfrage',
}

const days = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const schoolDays = (count: number) => days(count, 'Schultag', 'Schultage')
const bookings = (count: number) => days(count, 'offene Buchung', 'offene Buchungen')

function lending({ maxSchoolDays, extensions, isDelivered, isFetchedInPerson }: ToldRules): string {
  const again = extensions === 0 ? 'ohne Verlängerung' : `${extensions} × verlängern`
  const way =
    isDelivered && !isFetchedInPerson ? 'Abholung oder mit der Schulpost' : 'Abholung selbst'
  return `Ausleihe bis ${schoolDays(maxSchoolDays)}, ${again}, ${way}.`
}

const ofLoans = (offer: ToldRules) => [
  lending(offer),
  `${holidayNames[offer.holidays]}.`,
  offer.minLeadDays > 0 && `Mindestens ${days(offer.minLeadDays, 'Tag', 'Tage')} vorher buchen.`,
  offer.cooldownDays > 0 && `Danach ${days(offer.cooldownDays, 'Tag', 'Tage')} für andere Schulen.`,
]

const ofUses = ({ kind, slotMinutes, needsStaff }: ToldRules) => [
  `${kind === 'advice' ? 'In' : 'Im MediaLab in'} Zeiten von ${slotMinutes} Minuten.`,
  needsStaff && kind !== 'advice' && 'Jemand vom SMZ ist dabei.',
]

/** The rules of an offer as sentences, the most important first. */
export function ruleSentences(offer: ToldRules): string[] {
  return [
    ...(offer.isLent ? ofLoans(offer) : []),
    ...(offer.isInLab ? ofUses(offer) : []),
    `${approvalNames[offer.approval]}.`,
    `Höchstens ${days(offer.maxAdvanceDays, 'Tag', 'Tage')} im Voraus.`,
    offer.maxOpenPerSchool !== null && `Je Schule ${bookings(offer.maxOpenPerSchool)}.`,
    offer.maxOpenPerPerson !== null && `Je Person ${bookings(offer.maxOpenPerPerson)}.`,
    offer.class === 'innovation' &&
      `Nur für laufende Innovationsprojekte, dann bis ${schoolDays(offer.maxProjectSchoolDays)}.`,
    offer.holdsData &&
      'Was darauf gespeichert ist, löscht das SMZ nach der Rückgabe. Sichern Sie Ihre Ergebnisse vorher.',
  ].filter((sentence) => sentence !== false)
}

/** "30 Stück", "Platz für 24 Personen": how much of it there is; '' where that says nothing. */
export function amountWords({
  kind,
  pieces,
  places,
}: {
  kind: string
  pieces: number
  places: number | null
}): string {
  if (kind === 'room' || kind === 'zone' || kind === 'event')
    return places === null ? '' : `Platz für ${places} Personen`
  return kind === 'advice' ? '' : `${pieces} Stück`
}
