import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { Table } from '#app/ui/table.tsx'
import type {
  FunctionLine,
  OverviewFilter,
  ProductLine,
} from '#server/software/overview/contract.ts'
import { asQuery, columns, priceOf, schoolsWord } from '#server/software/overview/words.ts'
import { paths } from '#server/software/paths.ts'
import { costNames, functionNames } from '#server/software/words.ts'
import { StandingBadge } from './standing-badge.tsx'

type Named = { name: string; slug: string }

const AppLink = ({ name, slug }: Named) => (
  <Link to={paths.product(slug)} className="-my-2.5 inline-flex min-h-11 items-center underline">
    {name}
  </Link>
)

export function FunctionTable({
  lines,
  filter,
}: {
  lines: FunctionLine[]
  filter: OverviewFilter
}) {
  const [tag, products, released, schools, most, candidate] = columns.function
  if (lines.length === 0) return <EmptyState title="Noch setzt hier keine Schule eine App ein." />
  return (
    <Table
      stacks
      caption="Apps je Funktion"
      rows={lines}
      rowKey={(line) => line.function}
      columns={[
        {
          key: 'function',
          title: tag,
          cell: (line) => (
            <Link
              to={`${paths.overview()}${asQuery({ ...filter, function: line.function })}`}
              className="-my-2.5 inline-flex min-h-11 items-center underline"
            >
              {functionNames[line.function]}
            </Link>
          ),
        },
        { key: 'products', title: products, align: 'right', cell: (line) => line.products },
        { key: 'released', title: released, align: 'right', cell: (line) => line.released },
        {
          key: 'schools',
          title: schools,
          align: 'right',
          cell: (line) => schoolsWord(line.schools),
        },
        {
          key: 'most',
          title: most,
          cell: ({ most }) =>
            most && (
              <>
                <AppLink {...most} />{' '}
                <span className="whitespace-nowrap">({schoolsWord(most.schools)})</span>
              </>
            ),
        },
        {
          key: 'candidate',
          title: candidate,
          cell: ({ candidate }) => (candidate ? <AppLink {...candidate} /> : '–'),
        },
      ]}
    />
  )
}

export function ProductTable({ products }: { products: ProductLine[] }) {
  const [app, , standing, , schools, cost, , standard] = columns.product
  if (products.length === 0)
    return <EmptyState title="Noch setzt hier keine Schule eine App dieser Art ein." />
  return (
    <Table
      stacks
      caption="Apps dieser Funktion"
      rows={products}
      rowKey={({ slug }) => slug}
      columns={[
        {
          key: 'app',
          title: app,
          cell: (product) => (
            <>
              <AppLink {...product} />
              {product.vendor && (
                <span className="block text-sm font-normal text-leise">{product.vendor}</span>
              )}
            </>
          ),
        },
        {
          key: 'standing',
          title: standing,
          cell: ({ standing, until, isForSome }) => (
            <StandingBadge standing={{ name: standing, until }} isForSome={isForSome} />
          ),
        },
        {
          key: 'schools',
          title: schools,
          align: 'right',
          cell: (product) => schoolsWord(product.schools),
        },
        {
          key: 'cost',
          title: cost,
          cell: (product) =>
            [costNames[product.costModel], priceOf(product)].filter(Boolean).join(', '),
        },
        {
          key: 'standard',
          title: standard,
          cell: ({ isStandard }) => (isStandard ? 'Ja' : 'Nein'),
        },
      ]}
    />
  )
}
