import type { Rank } from './contract.ts'

export const rankWords: Record<Rank, string> = {
  project: 'Für eine laufende PLG oder ein Innovationsprojekt: geht vor.',
  first_in_a_year: 'Die Schule hatte das in den letzten zwölf Monaten nicht.',
  in_order: 'Der Reihe nach: Die Schule hatte das schon in den letzten zwölf Monaten.',
}
