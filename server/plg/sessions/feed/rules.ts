import { isUnnamed, type Kind } from '../../contract.ts'

type Meeting = {
  title: string
  place: string
  link: string
  plg: string
  kind: Kind
  joining: string
}

/**
 * What may leave the house: calendars of phones lie on foreign servers. Of closed groups, supervision and the
 * principals' circle there is only the time.
 */
export function wordsOf({ title, place, link, plg, kind, joining }: Meeting) {
  if (isUnnamed({ kind, joining }))
    return { summary: 'Termin (Lernen 25)', location: '', description: '' }
  return { summary: `${plg}: ${title}`, location: place, description: link }
}
