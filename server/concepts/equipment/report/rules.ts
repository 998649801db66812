import {
  type Cell,
  type NeedOf,
  type ReportBy,
  type ReportLine,
  SMALLEST_CELL,
} from './contract.ts'

type Block = { groups: string[]; schools: Set<string>; quantity: number }
type Sides = { form: Block[]; district: Block[] }

/**
 * Needs put together so that nothing can be reckoned back to one or two schools: a line with too few schools is not
 * there at all, groups with too few are merged with the next smallest, and both tables, by Schulform and by Bezirk, are
 * merged until no sum of cells of one taken from a sum of the other leaves one or two schools over.
 */
export function reportLines(needs: NeedOf[], by: ReportBy): ReportLine[] {
  const lines = grouped(needs, ({ classId, tier }) => `${classId} ${tier}`)
  return [...lines.values()].flatMap((rows): ReportLine[] => {
    const [first] = rows
    if (!first) return []
    const { classId, tier } = first
    const { schools, quantity } = blockOf([], rows)
    if (schools.size < SMALLEST_CELL) return [{ classId, tier, total: null, cells: [] }]
    const cells = partitions(rows)[by].map(cellOf)
    return [{ classId, tier, total: { schools: schools.size, quantity }, cells }]
  })
}

function grouped(rows: NeedOf[], keyOf: (row: NeedOf) => string): Map<string, NeedOf[]> {
  const groups = new Map<string, NeedOf[]>()
  for (const row of rows) {
    const known = groups.get(keyOf(row))
    if (known) known.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

const cellOf = ({ groups, schools, quantity }: Block): Cell => ({
  groups,
  schools: schools.size,
  quantity,
})

const blockOf = (groups: string[], rows: NeedOf[]): Block => ({
  groups,
  schools: new Set(rows.map(({ schoolId }) => schoolId)),
  quantity: rows.reduce((sum, row) => sum + row.quantity, 0),
})

/** Both partitions of the schools of a line, each safe, and safe beside each other. */
export function partitions(rows: NeedOf[]): Sides {
  const sides = {
    form: merged(blocksBy(rows, 'form')),
    district: merged(blocksBy(rows, 'district')),
  }
  // One side with a single cell is the total: nothing can be taken from it but cells that are large enough.
  while (sides.form.length > 1 && sides.district.length > 1 && leaks(sides)) {
    const wider = sides.form.length >= sides.district.length ? 'form' : 'district'
    sides[wider] = mergeSmallest(sides[wider])
  }
  return sides
}

function blocksBy(rows: NeedOf[], by: ReportBy): Block[] {
  const groups = grouped(rows, (row) => row[by])
  return bySize([...groups].map(([group, own]) => blockOf([group], own)))
}

/** The largest first; of equal ones in the order of their names, so that the same needs always look the same. */
const bySize = (blocks: Block[]) =>
  blocks.toSorted(
    (one, other) =>
      other.schools.size - one.schools.size ||
      one.groups.join().localeCompare(other.groups.join(), 'de'),
  )

function merged(blocks: Block[]): Block[] {
  let left = blocks
  while (left.length > 1 && (left.at(-1)?.schools.size ?? 0) < SMALLEST_CELL)
    left = mergeSmallest(left)
  return left
}

function mergeSmallest(blocks: Block[]): Block[] {
  const [a, b] = blocks.slice(-2)
  if (!a || !b) return blocks
  const together = {
    groups: [...a.groups, ...b.groups].toSorted(),
    schools: new Set([...a.schools, ...b.schools]),
    quantity: a.quantity + b.quantity,
  }
  return bySize([...blocks.slice(0, -2), together])
}

/** Is there a sum of Bezirke of which the Schulformen that lie wholly inside leave one or two schools over? */
function leaks({ form, district }: Sides): boolean {
  const overlap = form.map(({ schools }) =>
    district.map((other) => [...schools].filter((id) => other.schools.has(id)).length),
  )
  const sums = 2 ** district.length
  for (let chosen = 1; chosen < sums; chosen++) {
    const isChosen = (at: number) => Math.floor(chosen / 2 ** at) % 2 === 1
    const left = overlap.reduce((sum, row) => sum + leftOver(row, isChosen), 0)
    if (left > 0 && left < SMALLEST_CELL) return true
  }
  return false
}

/** Of one Schulform how many schools lie in the chosen Bezirke, unless all of them do. */
function leftOver(row: number[], isChosen: (at: number) => boolean): number {
  const inside = row.reduce((sum, count, at) => sum + (isChosen(at) ? count : 0), 0)
  const all = row.reduce((sum, count) => sum + count, 0)
  return inside === all ? 0 : inside
}
