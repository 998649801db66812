import type { Actor } from '#server/auth/actor.ts'
import { existing } from '#server/platform/authorize.ts'
import { now } from '#server/platform/clock.ts'
import { Refusal } from '#server/platform/errors.ts'
import { localDayOf } from '#server/platform/local-time.ts'
import { changing } from '../editing/commands.ts'
import type { Part, VariantRow } from './contract.ts'
import type {
  DataInput,
  DocumentInput,
  PartInput,
  SealInput,
  SubprocessorInput,
  UseInput,
  VariantInput,
} from './inputs.ts'
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

export function addDocument(actor: Actor, slug: string, input: DocumentInput): Promise<void> {
  return putting(actor, slug, 'document', async ({ productId, all }) => {
    refuseFuture(input.retrievedOn, 'retrievedOn')
    const isThere = all.documents.some(
      ({ kind, url, body, versionLabel }) =>
        kind === input.kind &&
        (url ?? '') === input.url &&
        body === input.body &&
        versionLabel === input.versionLabel,
    )
    if (isThere) return null
    await sql.insertDocument(productId, input, { addedBy: actor.id, addedAt: now() })
    return added([input.kind, input.versionLabel, input.url].filter(Boolean).join(', '))
  })
}

function refuseFuture(day: string | null, field: string): void {
  if (day !== null && day > localDayOf(now())) throw new Refusal(words.future, field)
}

/** Takes something away. What was decided about stays, for the words of the decision are about it. */
export function removePart(actor: Actor, slug: string, input: PartInput): Promise<void> {
  return putting(actor, slug, input.part, ({ all }) => removals[input.part](all, input))
}

type Removal = (all: All, input: PartInput) => Promise<Outcome>

const removals: Record<Part, Removal> = {
  variant: async ({ variants }, { id }) => {
    const { name, uses } = among(variants, id)
    if (uses.length > 0) throw new Refusal(words.hasUses)
    await sql.removeVariant(id)
    return removed(name)
  },
  use: async (all, { id }) => {
    const { label, isDecided } = among(usesOf(all), id)
    if (isDecided) throw new Refusal(words.isDecided)
    await sql.removeUse(id)
    return removed(label)
  },
  subprocessor: async ({ variants }, { id, position = -1 }) => {
    const rows = among(variants, id).subprocessors
    const row = existing(rows.find((one) => one.position === position))
    await sql.removeSubprocessor(id, position)
    return removed(row.name)
  },
  data: async (all, { id, position = -1 }) => {
    const { label, data } = among(usesOf(all), id)
    const row = existing(data.find((one) => one.position === position))
    await sql.removeData(id, position)
    return removed(`${label}: ${row.category}`)
  },
  seal: async ({ seals }, { id }) => {
    const { scheme, result } = among(seals, id)
    await sql.removeSeal(id)
    return removed(`${scheme}: ${result}`)
  },
  document: async ({ documents }, { id }) => {
    const { kind, versionLabel, url } = among(documents, id)
    await sql.replaceDocument(id, now())
    return removed([kind, versionLabel, url].filter(Boolean).join(', '))
  },
}
