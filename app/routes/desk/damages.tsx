import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, number as digits, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { DAMAGE_STATES, type DamageLine } from '#server/medialab/desk/damages/contract.ts'
import { damageFile, damagePath } from '#server/medialab/desk/damages/paths.ts'
import { damagesFor } from '#server/medialab/desk/damages/views.ts'
import { categoryNames, damageStateNames } from '#server/medialab/desk/damages/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'

export const loader = page(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  return damagesFor(actor, asked.get('stand') ?? '', pageNumber(asked.get('seite')))
})

export const meta: MetaFunction = () => [{ title: 'Schäden – Theke – Lernen 25' }]

const listPath = (state: string, page = 1) => {
  const fields = { ...(state && { stand: state }), ...(page > 1 && { seite: String(page) }) }
  const query = new URLSearchParams(fields).toString()
  return query ? `${paths.damages()}?${query}` : paths.damages()
}

export default function Damages() {
  const { state, counts, lines, total, page: at, pages } = useLoaderData<typeof loader>()
  const countOf = (one: string) => counts.find((row) => row.state === one)?.count ?? 0
  return (
    <>
      <Breadcrumb steps={[{ label: 'Theke', to: paths.desk() }, { label: 'Schäden' }]} />
      <PageHead
        title="Schäden"
        meta={plural(total, 'Meldung', 'Meldungen')}
        actions={
          <a href={damageFile(state)} className="inline-flex min-h-11 items-center underline">
            Als Tabelle (CSV)
          </a>
        }
      />
      <nav aria-label="Nach Stand" className="mb-4 flex flex-wrap gap-x-4 gap-y-1">
        {['', ...DAMAGE_STATES].map((one) => (
          <Link
            key={one}
            to={listPath(one)}
            aria-current={one === state ? 'page' : undefined}
            className={`inline-flex min-h-11 items-center ${one === state ? 'font-semibold' : 'underline'}`}
          >
            {nameOf(one)}
            {one !== '' && ` (${countOf(one)})`}
          </Link>
        ))}
      </nav>
      {lines.length === 0 ? (
        <EmptyState title="Kein Schaden in dieser Liste.">
          Schäden tragen Sie bei der Rückgabe ein; Schulen melden Probleme über den Code am Gerät.
        </EmptyState>
      ) : (
        <Table caption="Schäden" stacks columns={COLUMNS} rows={lines} rowKey={keyOf} />
      )}
      <Pages
        label="Seiten der Schäden"
        page={at}
        pages={pages}
        linkTo={(number) => listPath(state, number)}
      />
    </>
  )
}

const nameOf = (state: string) =>
  DAMAGE_STATES.flatMap((one) => (one === state ? damageStateNames[one] : []))[0] ?? 'Alle'
const keyOf = ({ number }: DamageLine) => String(number)

const COLUMNS = [
  {
    ...{ key: 'item', title: 'Was' },
    cell: ({ number, item, hasPhoto }: DamageLine) => (
      <>
        <Link to={damagePath(number)} className="underline">
          {item}
        </Link>
        {hasPhoto && <span className="block text-sm font-normal text-leise">mit Foto</span>}
      </>
    ),
  },
  {
    ...{ key: 'category', title: 'Art' },
    cell: ({ category, quantity }: DamageLine) =>
      quantity > 1 ? `${quantity} × ${categoryNames[category]}` : categoryNames[category],
  },
  {
    ...{ key: 'state', title: 'Stand' },
    cell: ({ state, isUnusable, isUsableAgain }: DamageLine) => (
      <>
        <Badge tone={state === 'closed' ? 'ok' : 'offen'}>{damageStateNames[state]}</Badge>
        {isUnusable && !isUsableAgain && <span className="block text-sm">Nicht nutzbar</span>}
      </>
    ),
  },
  {
    ...{ key: 'estimate', title: 'Schätzung' },
    cell: ({ estimateCents }: DamageLine) =>
      estimateCents === null ? 'Offen' : `${digits(estimateCents / 100)} Euro`,
  },
  {
    ...{ key: 'from', title: 'Gemeldet' },
    cell: ({ reportedAt, bookingNumber, school }: DamageLine) =>
      [day(reportedAt), bookingNumber, school].filter(Boolean).join(', '),
  },
]
