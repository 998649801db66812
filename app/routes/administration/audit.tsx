import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural, time } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ProtocolLine } from '#server/audit/contract.ts'
import { paths } from '#server/audit/paths.ts'
import { protocolFor } from '#server/audit/views.ts'
import { pageNumber } from '#server/platform/paging.ts'

export const loader = page(({ actor, request }) => {
  const asked = new URL(request.url).searchParams
  const filter = {
    action: asked.get('aktion') ?? '',
    from: asked.get('von') ?? '',
    until: asked.get('bis') ?? '',
  }
  return protocolFor(actor, filter, pageNumber(asked.get('seite')))
})

export const meta: MetaFunction = () => [{ title: 'Protokoll – Verwaltung – Lernen 25' }]

export default function Protocol() {
  const { rows, total, page, pages, actions, filter } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        title="Protokoll"
        meta="Was mit besonderen Rechten getan wurde. Niemand kann Zeilen ändern oder löschen."
      />
      <HouseForm
        method="get"
        key={paths.protocol(filter)}
        className="mb-5 grid items-end gap-4 md:grid-cols-2 lg:grid-cols-[2fr_minmax(11rem,1fr)_minmax(11rem,1fr)_auto]"
      >
        <SelectField
          className="md:col-span-2 lg:col-span-1"
          name="aktion"
          label="Aktion"
          empty="Alle Aktionen"
          choices={actions}
          defaultValue={filter.action}
        />
        <TextField name="von" type="date" label="Von" defaultValue={filter.from} />
        <TextField name="bis" type="date" label="Bis" defaultValue={filter.until} />
        <div className="flex flex-wrap gap-3 md:col-span-2 lg:col-span-1">
          <Button variant="secondary">Filtern</Button>
          <ButtonLink variant="tertiary" to={paths.protocol()}>
            Zurücksetzen
          </ButtonLink>
        </div>
      </HouseForm>
      {rows.length === 0 ? (
        <EmptyState title="Keine Zeilen im Protokoll, die dazu passen." />
      ) : (
        <>
          <p className="mb-2 text-leise">{plural(total, 'Zeile', 'Zeilen')}, die neuesten zuerst</p>
          <Table
            caption="Protokoll"
            columns={COLUMNS}
            rows={rows}
            rowKey={(row) => String(row.id)}
          />
        </>
      )}
      <Pages
        label="Seiten des Protokolls"
        page={page}
        pages={pages}
        linkTo={(to) => paths.protocol(filter, to)}
      />
    </>
  )
}

const COLUMNS: Column<ProtocolLine>[] = [
  {
    key: 'at',
    title: 'Zeit',
    cell: (row) => <span className="whitespace-nowrap">{`${day(row.at)}, ${time(row.at)}`}</span>,
  },
  { key: 'who', title: 'Wer', cell: (row) => row.who },
  { key: 'action', title: 'Was', cell: (row) => row.action },
  {
    key: 'thing',
    title: 'Woran',
    cell: (row) => <span className="text-sm break-all">{row.thing}</span>,
  },
  {
    key: 'details',
    title: 'Angaben',
    cell: (row) => (
      <ul className="text-sm">
        {row.details.map(([name, value]) => (
          <li key={name} className="break-words">
            {name}: {value}
          </li>
        ))}
      </ul>
    ),
  },
]
