import { MOST_ITEMS, MOST_LISTS, type Visibility } from './contract.ts'

export const visibilityNames: Record<Visibility, string> = {
  private: 'Nur ich',
  network: 'Alle im Schulnetz',
}

export const refusals = {
  tooManyLists: `Mehr als ${MOST_LISTS} Merklisten führt Lernen 25 nicht. Löschen Sie eine, die Sie nicht mehr brauchen.`,
  notThere: 'Diese App steht nicht mehr auf der Liste.',
  tooManyItems: `Eine Merkliste fasst ${MOST_ITEMS} Apps.`,
}
