import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { factNames } from '../../editing/words.ts'
import { lifecycleNames } from '../../products/words.ts'
import { partNames } from '../../uses/words.ts'
import {
  advertisingNames,
  costNames,
  costUnitNames,
  deliveryNames,
  functionNames,
  kindNames,
  offlineNames,
  procurerNames,
} from '../../words.ts'
import { documentNames, sealNames } from '../words.ts'

/** Facts of an app as they are called in the list of changes; those that are not here are called so already. */
export const fieldNames: Record<string, string> = factNames

/** What a review looks at first. */
export const keyFacts = {
  hosting: 'Serverstandort',
  account: 'Konto für Lernende',
  avv: 'AV-Vertrag',
  subprocessors: 'Unterauftragnehmer',
}

const listWords = (words: Record<string, string>) => (text: string) =>
  text
    .split(', ')
    .map((one) => words[one] ?? one)
    .join(', ')
/** Where a first word is one of ours and the rest is somebody's. */
const leadWords = (words: Record<string, string>, mark: string) => (text: string) => {
  const [first = '', ...rest] = text.split(mark)
  return [words[first] ?? first, ...rest].join(mark)
}

const VALUES: Record<string, (text: string) => string> = {
  kind: listWords(kindNames),
  functionTags: listWords(functionNames),
  subjects: listWords(subjectNames),
  gradeBands: listWords(gradeBandNames),
  schoolForms: listWords(schoolFormWords),
  costModel: listWords(costNames),
  costUnit: listWords(costUnitNames),
  procuredBy: listWords(procurerNames),
  delivery: listWords(deliveryNames),
  offlineUse: listWords(offlineNames),
  advertising: listWords(advertisingNames),
  lifecycle: listWords(lifecycleNames),
}
const PART_VALUES: Record<string, (text: string) => string> = {
  [partNames.seal]: (text) => leadWords(sealNames, ': ')(text),
  [partNames.document]: (text) => leadWords(documentNames, ', ')(text),
}
/** Changes are kept under the name of the fact, those of many apps at once under its key. */
const KEYS = new Map(Object.entries(factNames).map(([key, name]) => [name, key]))

/** A value of a fact as it is read; changes are kept as the directory keeps them. */
export function valueWords(field: string, text: string): string {
  const words = VALUES[KEYS.get(field) ?? field] ?? PART_VALUES[field]
  return words && text !== '' ? words(text) : text
}
