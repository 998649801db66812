import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { number, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { COMPARED } from '#server/software/directory/contract.ts'
import { comparisonFor } from '#server/software/directory/views.ts'
import { paths } from '#server/software/paths.ts'
import { advertisingNames, costNames, kindNames, offlineNames } from '#server/software/words.ts'
import { StandingBadge } from './components/standing-badge.tsx'

export const loader = visitorPage(({ actor, request }) =>
  comparisonFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Apps vergleichen – Lernen 25' }]

type Product = ReturnType<typeof useLoaderData<typeof loader>>['products'][number]
type Line = { title: string; of: (product: Product) => ReactNode }

const LINES: Line[] = [
  { title: 'Datenschutz, je Nutzung', of: ({ uses }) => <Uses uses={uses} /> },
  { title: 'Anbieter', of: ({ vendor }) => vendor ?? 'Nicht bekannt' },
  { title: 'Plattform', of: ({ kind }) => kindNames[kind] },
  {
    title: 'Kosten',
    of: ({ costModel, costNote }) => [costNames[costModel], costNote].filter(Boolean).join('. '),
  },
  { title: 'Ohne Internet', of: ({ offlineUse }) => offlineNames[offlineUse] },
  { title: 'Werbung', of: ({ advertising }) => advertisingNames[advertising] },
  { title: 'Fächer', of: ({ subjects }) => wordsOf(subjects, subjectNames) || 'Alle' },
  { title: 'Jahrgänge', of: ({ gradeBands }) => wordsOf(gradeBands, gradeBandNames) || 'Alle' },
  { title: 'Im Einsatz', of: ({ schools }) => `an ${plural(schools, 'Schule', 'Schulen')}` },
  { title: 'Erfahrungen', of: (product) => <Experience product={product} /> },
]

export default function Compare() {
  const { products, form } = useLoaderData<typeof loader>()
  const columns: Column<Line>[] = [
    { key: 'title', title: 'Merkmal', cell: ({ title }) => title },
    ...products.map((product) => ({
      key: product.id,
      title: (
        <Link
          to={paths.product(product.slug)}
          className="-my-2.5 inline-flex min-h-11 items-center underline wrap-anywhere"
        >
          {product.name}
        </Link>
      ),
      cell: ({ of }: Line) => of(product),
    })),
  ]
  return (
    <>
      <Breadcrumb steps={[{ label: 'Software', to: paths.directory() }, { label: 'Vergleich' }]} />
      <PageHead
        title="Apps vergleichen"
        meta={
          form
            ? `Der Status gilt für: ${schoolFormWords[form as keyof typeof schoolFormWords]}`
            : 'Der Status gilt für alle Schulformen.'
        }
      />
      {products.length < COMPARED.min ? (
        <EmptyState
          title="Zum Vergleichen braucht es zwei oder drei Apps."
          action={<ButtonLink to={paths.directory()}>Apps auswählen</ButtonLink>}
        >
          Kreuzen Sie im Verzeichnis „Vergleichen“ an.
        </EmptyState>
      ) : (
        <Table
          caption="Apps im Vergleich"
          columns={columns}
          rows={LINES}
          rowKey={({ title }) => title}
        />
      )}
    </>
  )
}

function Uses({ uses }: Pick<Product, 'uses'>) {
  if (uses.length === 0) return <StandingBadge standing={{ name: 'not_reviewed' }} />
  return (
    <ul className="grid gap-2">
      {uses.map(({ label, name, until }) => (
        <li key={label}>
          <StandingBadge standing={{ name, until }} />
          <p className="text-sm">{label}</p>
        </li>
      ))}
    </ul>
  )
}

function Experience({ product }: { product: Product }) {
  const { reports, learningEffect, effort, stability } = product
  if (reports === 0) return 'Noch keine'
  const of = (value: number | null) => `${number(value ?? 0)} von 5`
  return (
    <>
      <p>{plural(reports, 'Bericht', 'Berichte')}</p>
      <p className="text-sm">
        Lernwirkung {of(learningEffect)} · Aufwand {of(effort)} · Stabilität {of(stability)}
      </p>
    </>
  )
}
