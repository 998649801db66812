import { isUnnamed, type Joining, type Kind } from '#server/plg/contract.ts'

type Visit = { lesson: string; school: string; kind: Kind | null; joining: Joining | null }

/**
 * What may leave the house: where and what, and no name of a person. Of a visit inside a closed group there is only
 * the time.
 */
export function wordsOf({ lesson, school, kind, joining }: Visit) {
  if (kind !== null && joining !== null && isUnnamed({ kind, joining }))
    return { summary: 'Termin (Lernen 25)', location: '', description: '' }
  return { summary: `Hospitation: ${lesson}`, location: school, description: '' }
}
