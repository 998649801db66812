import type { Category, DamageState } from './contract.ts'

export const categoryNames: Record<Category, string> = {
  broken: 'Gehäuse oder Mechanik',
  display: 'Bildschirm oder Linse',
  power: 'Akku, Strom oder Kabel',
  incomplete: 'Zubehör fehlt',
  dirty: 'Verschmutzt',
  software: 'Software oder Anmeldung',
  lost: 'Verloren',
  other: 'Etwas anderes',
}

export const damageStateNames: Record<DamageState, string> = {
  reported: 'Gemeldet',
  assessed: 'Bewertet',
  school_pays: 'Schule zahlt',
  city_pays: 'Stadt zahlt',
  closed: 'Erledigt',
}

export const damageWords = {
  noPicture: 'Das ist kein Foto. Bitte wählen Sie ein Bild (JPEG, PNG oder WebP).',
  euros: 'Bitte geben Sie einen Betrag wie 120 oder 89,90 ein.',
  changed: 'Jemand anderes hat diesen Schaden gerade geändert. Bitte sehen Sie ihn noch einmal an.',
  withdrawn: 'Diese Meldung ist zurückgezogen.',
  tooMany: (rest: number) => `So viele sind es nicht: höchstens ${rest}.`,
}
