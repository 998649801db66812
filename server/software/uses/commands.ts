import { randomUUID } from 'node:crypto'
import type { Actor } from '#server/auth/actor.ts'
import { attach, type Given, withKept } from '#server/files/keeping/commands.ts'
import { authorize, existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { changing } from '../editing/commands.ts'
import { may } from '../policy.ts'
import { seenProduct } from '../products/views.ts'
import { type DocumentRow, type Part, SOFTWARE_DOCUMENT, type VariantRow } from './contract.ts'
import type {
  DataInput,
  DocumentInput,
  PartInput,
  SealInput,
  SubprocessorInput,
  UseInput,
  VariantInput,
} from './inputs.ts'
import * as removing from './removing/sql.ts'
import * as sql from './sql.ts'
import { partNames, words } from './words.ts'

type All = Awaited<ReturnType<typeof sql.findAll>>
type Of = { productId: string; all: All }
/** What was there and what is there now, in words; null where nothing changed. */
type Outcome = { before: string; after: string } | null

/** The frame of each act here: the product is locked, so what was read stays true until it is written. */
function putting(
  actor: Actor,
  slug: string,
  part: Part,
  work: (of: Of) => Promise<Outcome>,
): Promise<void> {
  return changing(actor, slug, 'software.uses-changed', async ({ id: productId }) => {
    const outcome = await work({ productId, all: await sql.findAll(productId) })
    return outcome ? [{ field: partNames[part], ...outcome }] : []
  })
}

const added = (after: string): Outcome => ({ before: '', after })
const removed = (before: string): Outcome => ({ before, after: '' })
const usesOf = ({ variants }: All) => variants.flatMap(({ uses }) => uses)
const among = <Row extends { id: string }>(rows: Row[], id: string): Row =>
  existing(rows.find((row) => row.id === id))

/** Adds an edition, or changes one. */
export function putVariant(actor: Actor, slug: string, input: VariantInput): Promise<void> {
  return putting(actor, slug, 'variant', async ({ productId, all }) => {
    const before = input.variant ? among(all.variants, input.variant) : undefined
    const isTaken = all.variants.some(({ id, name }) => name === input.name && id !== input.variant)
    if (isTaken) throw new Refusal(words.nameTaken, 'name')
    await sql.putVariant(productId, input)
    return { before: before ? hostWords(before) : '', after: hostWords(input) }
  })
}

const hostWords = (of: Pick<VariantRow, 'name' | 'hostingCountry' | 'hostingProvider' | 'hasAi'>) =>
  [of.name, of.hostingCountry, of.hostingProvider, of.hasAi && 'mit KI'].filter(Boolean).join(', ')

export function addUse(actor: Actor, slug: string, input: UseInput): Promise<void> {
  return putting(actor, slug, 'use', async ({ productId, all }) => {
    among(all.variants, input.variant)
    if (usesOf(all).some(({ label }) => label === input.label))
      throw new Refusal(words.labelTaken, 'label')
    await sql.insertUse(productId, input, now())
    return added(input.label)
  })
}

/** Twice is once: the same name and service say the same. */
export function addSubprocessor(
  actor: Actor,
  slug: string,
  input: SubprocessorInput,
): Promise<void> {
  return putting(actor, slug, 'subprocessor', async ({ all }) => {
    const { subprocessors } = among(all.variants, input.variant)
    const isThere = subprocessors.some(
      ({ name, service }) => name === input.name && service === input.service,
    )
    if (isThere) return null
    await sql.insertSubprocessor(input)
    return added([input.name, input.country, input.service].filter(Boolean).join(', '))
  })
}

export function addData(actor: Actor, slug: string, input: DataInput): Promise<void> {
  return putting(actor, slug, 'data', async ({ all }) => {
    const use = among(usesOf(all), input.use)
    const isThere = use.data.some(
      ({ subject, category, purpose }) =>
        subject === input.subject && category === input.category && purpose === input.purpose,
    )
    if (isThere) return null
    await sql.insertData(input)
    return added(`${use.label}: ${input.category}`)
  })
}

export function addSeal(actor: Actor, slug: string, input: SealInput): Promise<void> {
  return putting(actor, slug, 'seal', async ({ productId, all }) => {
    refuseFuture(input.issuedOn, 'issuedOn')
    const isThere = all.seals.some(
      ({ scheme, result, url }) =>
        scheme === input.scheme && result === input.result && url === input.url,
    )
    if (isThere) return null
    await sql.insertSeal(productId, input)
    return added(`${input.scheme}: ${input.result}`)
  })
}

/** A document by its address, its file or both, or a block of text. Twice is once: the same words, the same bytes. */
export async function addDocument(
  actor: Actor,
  slug: string,
  input: DocumentInput,
  file: Given | null = null,
): Promise<void> {
  // Before anything is kept; judged once more with the product locked.
  await seenProduct(actor, slug)
  authorize(may.curate, actor, {})
  if (input.url === '' && input.body === '' && !file)
    throw new Refusal(words.missingDocument, 'url')
  await withKept(file ? [file] : [], ([kept]) =>
    putting(actor, slug, 'document', async ({ productId, all }) => {
      refuseFuture(input.retrievedOn, 'retrievedOn')
      const sha256 = kept?.sha256 ?? null
      if (all.documents.some((one) => isSameDocument(one, input, sha256))) return null
      const id = randomUUID()
      const thing = { kind: SOFTWARE_DOCUMENT, id }
      const fileId = kept ? await attach(kept, { thing, by: actor }) : null
      const by = { addedBy: actor.id, addedAt: now() }
      await sql.insertDocument(productId, input, { id, fileId, sha256, ...by })
      return added(documentWords(input, kept?.made.name))
    }),
  )
}

const isSameDocument = (row: DocumentRow, input: DocumentInput, sha256: string | null) =>
  row.kind === input.kind &&
  (row.url ?? '') === input.url &&
  row.body === input.body &&
  row.versionLabel === input.versionLabel &&
  row.sha256 === sha256

const documentWords = (
  { kind, versionLabel, url }: Pick<DocumentRow, 'kind' | 'versionLabel' | 'url'>,
  name?: string,
) => [kind, versionLabel, url, name].filter(Boolean).join(', ')

function refuseFuture(day: string | null, field: string): void {
  if (day !== null && day > localDayOf(now())) throw new Refusal(words.future, field)
}

/**
 * Takes something away. What was decided about stays, for the words of the decision are about it.
 *
 * @returns under which id it can be put back
 */
export async function removePart(actor: Actor, slug: string, input: PartInput): Promise<string> {
  let removal = ''
  await putting(actor, slug, input.part, async ({ productId, all }) => {
    const before = removals[input.part](all, input)
    const { part, ...of } = input
    if (part === 'document') {
      await sql.replaceDocument(of.id, now())
      removal = of.id
    } else removal = await removing.remove({ part, ...of }, { productId, by: actor.id, at: now() })
    return removed(before)
  })
  return removal
}

/** What goes, in words. */
type Removal = (all: All, input: PartInput) => string

const removals: Record<Part, Removal> = {
  variant: ({ variants }, { id }) => {
    const { name, uses } = among(variants, id)
    if (uses.length > 0) throw new Refusal(words.hasUses)
    return name
  },
  use: (all, { id }) => {
    const { label, isDecided } = among(usesOf(all), id)
    if (isDecided) throw new Refusal(words.isDecided)
    return label
  },
  subprocessor: ({ variants }, { id, position }) =>
    existing(among(variants, id).subprocessors.find((one) => one.position === position)).name,
  data: (all, { id, position }) => {
    const { label, data } = among(usesOf(all), id)
    return `${label}: ${existing(data.find((one) => one.position === position)).category}`
  },
  seal: ({ seals }, { id }) => {
    const { scheme, result } = among(seals, id)
    return `${scheme}: ${result}`
  },
  document: ({ documents }, { id }) => {
    const row = among(documents, id)
    return documentWords(row, row.file?.name)
  },
}
