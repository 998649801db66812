import { costUnitNames } from '../words.ts'
import { type OverviewFilter, PARAMS, type ProductLine, type Schools } from './contract.ts'

/** "17", or that there are a few. */
export const schoolsWord = (schools: Schools): string =>
  schools === null ? 'unter 3' : String(schools)

export const columns = {
  function: [
    'Funktion',
    'Apps im Einsatz',
    'Davon freigegeben',
    'Schulen',
    'Am häufigsten',
    'Kandidat für einen Standard',
  ],
  product: ['App', 'Anbieter', 'Stand', 'Gültig bis', 'Schulen', 'Kosten', 'Preis', 'Standard'],
} as const

/** The query of an address that asks for this. */
export function asQuery(filter: OverviewFilter): string {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(PARAMS)) {
    const value = filter[key as keyof typeof PARAMS]
    if (value) query.set(name, value)
  }
  return query.size > 0 ? `?${query.toString()}` : ''
}

/** "2,50 € je Gerät"; '' where no price is known. */
export function priceOf({
  costCents,
  costUnit,
}: Pick<ProductLine, 'costCents' | 'costUnit'>): string {
  if (costCents === null) return ''
  const euros = (costCents / 100).toFixed(2).replace('.', ',')
  return costUnit ? `${euros} € ${costUnitNames[costUnit]}` : `${euros} €`
}
