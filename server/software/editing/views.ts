import type { Actor } from '#server/auth/actor.ts'
import { authorize } from '#server/platform/authorize.ts'
import { may } from '../policy.ts'
import { type ProductRow, seenProduct } from '../products/views.ts'
import { priceOf } from './rules.ts'
import { type Editable, factNames } from './words.ts'

/** The form of the facts, with the version it was made from. */
export async function editingFor(actor: Actor, slug: string) {
  const row = await seenProduct(actor, slug)
  authorize(may.curate, actor, {})
  const facts = editableOf(row)
  return {
    product: { slug: row.slug, name: row.name, version: row.version },
    facts: { ...facts, price: priceOf(facts.costCents) },
  }
}

/** The facts of a row that the form writes. */
export function editableOf(row: ProductRow): Editable {
  const all: Record<string, unknown> = {
    ...row,
    vendor: row.vendor ?? '',
    vendorCountry: row.vendorCountry ?? '',
    vendorWebsite: row.vendorWebsite ?? '',
  }
  return Object.fromEntries(Object.keys(factNames).map((name) => [name, all[name]])) as Editable
}
