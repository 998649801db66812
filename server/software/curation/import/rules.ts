import { randomUUID } from 'node:crypto'
import type { ImportRow, PlannedRow } from './contract.ts'

type Near = {
  wanted: string
  key: string
  slug: string | null
  name: string | null
  isSame: boolean
}

/** What taking these rows over would do: all come in but those that are there already, in the directory or above. */
export function planOf(rows: ImportRow[], near: Near[]): PlannedRow[] {
  const known = new Map(near.map((one) => [one.wanted, one]))
  const seen = new Set<string>()
  return rows.map(({ line, name, vendor }) => {
    const found = known.get(name)
    const key = found?.key ?? name
    const isRepeated = seen.has(key)
    seen.add(key)
    const entry =
      found?.slug && found.name
        ? { slug: found.slug, name: found.name, isSame: found.isSame }
        : null
    return { line, name, vendor, known: entry, isRepeated }
  })
}

export const comesIn = ({ known, isRepeated }: PlannedRow): boolean =>
  !isRepeated && known?.isSame !== true

/** An address for each, none of them twice. */
export function addressesFor(
  names: string[],
  slugsFor: (name: string) => string[],
  free: Set<string>,
): string[] {
  const left = new Set(free)
  return names.map((name) => {
    const slugs = slugsFor(name)
    const slug = slugs.find((one) => left.delete(one))
    return slug ?? `${slugs[0] ?? 'app'}-${randomUUID().slice(0, 8)}`
  })
}
