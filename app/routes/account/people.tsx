import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import { page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { plural } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { NETWORK_ROLES, SCHOOL_ROLES } from '#server/auth/contract.ts'
import { peopleFor } from '#server/accounts/administration/views.ts'
import { paths } from '#server/accounts/paths.ts'
import { roleName } from '#server/accounts/words.ts'

export const loader = page(({ actor, request }) =>
  peopleFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Personen – Verwaltung – Lernen 25' }]

const choicesOf = (roles: readonly string[]) =>
  roles.map((role) => ({ value: role, label: roleName(role) }))

export default function People() {
  const { rows, page: number, pages, total, filter } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Verwaltung', to: paths.administration() }, { label: 'Personen' }]}
      />
      <PageHead title="Personen" meta={plural(total, 'Person', 'Personen')} />
      <HouseForm
        method="get"
        key={`${filter.text} ${filter.role}`}
        className="mb-5 grid items-end gap-4 md:grid-cols-[1fr_1fr_auto]"
      >
        <TextField name="q" type="search" label="Name oder E-Mail" defaultValue={filter.text} />
        <SelectField
          name="rolle"
          label="Rolle"
          empty="Alle"
          defaultValue={filter.role}
          choices={[
            { label: 'An Schulen', choices: choicesOf(SCHOOL_ROLES) },
            { label: 'Im Netzwerk', choices: choicesOf(NETWORK_ROLES) },
          ]}
        />
        <Button icon={Search} variant="secondary">
          Suchen
        </Button>
      </HouseForm>
      {rows.length === 0 ? (
        <EmptyState title="Niemand passt zu dieser Suche.">
          Suchen Sie nach einem Teil des Namens oder der E-Mail-Adresse.
        </EmptyState>
      ) : (
        <div className="rounded-xl border border-linie bg-flaeche p-karte">
          <Table
            caption="Personen"
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'name',
                title: 'Name',
                cell: (row) => (
                  <>
                    <Link to={paths.person(row.id)} className="underline">
                      {row.name}
                    </Link>
                    <span className="block min-w-40 text-sm font-normal wrap-anywhere text-leise">
                      {row.email}
                    </span>
                  </>
                ),
              },
              {
                key: 'places',
                title: 'Schulen, Rollen, Ämter',
                cell: (row) => (
                  <ul>
                    {row.places.map(({ role, place, state }) => (
                      <li key={`${role} ${place}`}>
                        {roleName(role)}, {place}
                        {state === 'pending' && (
                          <span className="text-leise"> (wartet auf Bestätigung)</span>
                        )}
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                key: 'state',
                title: 'Konto',
                cell: (row) =>
                  row.isActive ? (
                    <Badge tone="ok">Aktiv</Badge>
                  ) : (
                    <Badge tone="stopp">Deaktiviert</Badge>
                  ),
              },
            ]}
          />
        </div>
      )}
      <Pages
        label="Seiten der Personenliste"
        page={number}
        pages={pages}
        linkTo={(seite) =>
          `?${new URLSearchParams({ q: filter.text, rolle: filter.role, seite: String(seite) }).toString()}`
        }
      />
    </>
  )
}
