import type { Age } from './contract.ts'

export const ageWords: Record<Age, string> = {
  today: 'Heute',
  this_week: 'Diese Woche',
  older: 'Älter',
}
