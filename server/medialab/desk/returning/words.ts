import type { DateState } from '../../contract.ts'
import { stateNames } from '../../words.ts'
import type { Progress } from './contract.ts'

const listed = (names: string[]) =>
  names.length > 3
    ? `${names.slice(0, 3).join(', ')} und ${names.length - 3} weitere`
    : names.join(', ')

/** "Teilweise zurück (14 von 15)", "Zurück mit Schaden". */
export function returnWords(state: DateState, { back, of }: Progress, damages: number): string {
  if (state === 'partly_back') return `${stateNames.partly_back} (${back} von ${of})`
  const isBack = state === 'back' || state === 'closed'
  return isBack && damages > 0 ? 'Zurück mit Schaden' : stateNames[state]
}

export const returningWords = {
  back: (name: string, { back, of }: Progress) => `${name} ist zurück. ${back} von ${of}.`,
  already: (name: string) => `${name} ist schon zurück.`,
  notHere: (code: string) => `${code} gehört nicht zu dieser Ausleihe.`,
  unknown: (code: string) => `Kein Gerät mit Code ${code}.`,
  near: (codes: string[]) => ` Meinten Sie ${codes.join(' oder ')}?`,
  whole: (code: string) => `${code} ist das ganze Set. Bitte scannen Sie die einzelnen Geräte.`,
  open: (names: string[]) =>
    `Noch offen: ${listed(names)}. Haken Sie ab, was da ist, oder melden Sie es als verloren.`,
  tooLate: 'Der Abschluss lässt sich nicht mehr zurücknehmen.',
  taken: 'Inzwischen ist es für jemand anderen vorgemerkt. Der Abschluss bleibt.',
  hasDamage: (name: string) =>
    `Zu ${name} steht ein Schaden in der Liste. Ziehen Sie zuerst die Meldung zurück.`,
  elsewhere: (name: string) => `${name} ist schon bei jemand anderem.`,
}
