import type { PupilAccount } from '../../contract.ts'
import { partNames } from '../../uses/words.ts'
import { accountNames } from '../../words.ts'
import { documentNames } from '../words.ts'
import { fieldNames, keyFacts, valueWords } from './words.ts'

type Change = { field: string; before: string; after: string }
/** A fact beside what it was at the last review. */
type ComparedFact = { name: string; before: string; after: string; isChanged: boolean }

/** What stands in the directory today of the uses that are reviewed. */
type Today = {
  uses: {
    variantId: string
    hostingCountry: string
    account: PupilAccount
    subprocessors: number
  }[]
  documents: { kind: string; versionLabel: string }[]
}
type Changes = {
  fields: Change[]
  documents: { kind: string; before: string; after: string }[]
}

/** What is not a fact of its own but came to an app, or went. */
export const PARTS: readonly string[] = Object.values(partNames)

/**
 * The facts a review looks at first, changed or not, and then whatever else has changed since the last opinion. The
 * four of the head stand there always, so that "nothing changed" is read and not guessed.
 */
export function comparedFacts({ fields, documents }: Changes, today: Today): ComparedFact[] {
  const head: ComparedFact[] = [
    ...hosting(fields, today),
    same(keyFacts.account, listed(today.uses.map(({ account }) => accountNames[account]))),
    contract(documents, fields, today),
    subprocessors(fields, today),
  ]
  const rest = [
    ...fields.filter((one) => !isInHead(one, documents)).map(asFact),
    ...documents.filter(({ kind }) => kind !== 'avv').map(asReplaced),
  ]
  return [...head, ...rest]
}

const same = (name: string, value: string): ComparedFact => ({
  ...{ name, before: value, after: value, isChanged: false },
})
const changed = (name: string, before: string, after: string): ComparedFact => ({
  ...{ name, before, after, isChanged: true },
})
const listed = (values: string[]) => [...new Set(values.filter((one) => one !== ''))].join(', ')

const asFact = ({ field, before, after }: Change): ComparedFact =>
  changed(fieldNames[field] ?? field, valueWords(field, before), valueWords(field, after))

const asReplaced = ({ kind, before, after }: Changes['documents'][number]): ComparedFact =>
  changed(documentNames[kind] ?? kind, before || 'frühere Fassung', after || 'neue Fassung')

/** Editions name the place of their servers, so a change of one is a change of that. */
function hosting(fields: Change[], { uses }: Today): ComparedFact[] {
  const moved = fields.filter(({ field }) => field === partNames.variant)
  if (moved.length === 0)
    return [same(keyFacts.hosting, listed(uses.map(({ hostingCountry }) => hostingCountry)))]
  return moved.map(({ before, after }) => changed(keyFacts.hosting, before, after))
}

function contract(documents: Changes['documents'], fields: Change[], today: Today): ComparedFact {
  const found = documents.find(({ kind }) => kind === 'avv')
  if (found) return { ...asReplaced(found), name: keyFacts.avv }
  const now = today.documents.find(({ kind }) => kind === 'avv')
  const after = now ? now.versionLabel || 'liegt vor' : 'liegt nicht vor'
  const isNew = fields.some((one) => isDocument(one, 'avv'))
  return isNew
    ? changed(keyFacts.avv, now ? 'lag nicht vor' : 'lag vor', after)
    : same(keyFacts.avv, after)
}

/** How many there are, how many there were, and who came or went. */
function subprocessors(fields: Change[], { uses }: Today): ComparedFact {
  const own = fields.filter(({ field }) => field === partNames.subprocessor)
  const count = [...new Map(uses.map((use) => [use.variantId, use.subprocessors])).values()].reduce(
    (sum, one) => sum + one,
    0,
  )
  const came = own.filter(({ before }) => before === '').map(({ after }) => after)
  const went = own.filter(({ after }) => after === '').map(({ before }) => before)
  if (own.length === 0) return same(keyFacts.subprocessors, String(count))
  const after = [
    String(count),
    came.length > 0 && `neu: ${came.join('; ')}`,
    went.length > 0 && `nicht mehr: ${went.join('; ')}`,
  ]
  const was = Math.max(0, count - came.length + went.length)
  return changed(keyFacts.subprocessors, String(was), after.filter(Boolean).join(', '))
}

const isDocument = ({ field, before, after }: Change, kind: string) =>
  field === partNames.document && (after || before).split(', ')[0] === kind

/** Said in the head already, or by the documents that took the place of others. */
function isInHead(change: Change, documents: Changes['documents']): boolean {
  const isOwn = change.field === partNames.variant || change.field === partNames.subprocessor
  return (
    isOwn || ['avv', ...documents.map(({ kind }) => kind)].some((kind) => isDocument(change, kind))
  )
}
