import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import Search from 'lucide-react/icons/search'
import { page } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { OFFER_STATES, type OfferState } from '#server/medialab/offers/contract.ts'
import type { ManagedOffer } from '#server/medialab/offers/editing/contract.ts'
import { managedFor } from '#server/medialab/offers/editing/views.ts'
import { offerStateNames } from '#server/medialab/offers/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'

export const loader = page(({ actor, request }) =>
  managedFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Angebote verwalten – MediaLab – Lernen 25' }]

const TONES: Record<OfferState, Tone> = { draft: 'offen', listed: 'ok', retired: 'stopp' }

const COLUMNS = [
  {
    key: 'name',
    title: 'Angebot',
    cell: ({ slug, name }: ManagedOffer) => (
      <Link
        to={paths.editOffer(slug)}
        className="inline-flex min-h-11 items-center wrap-anywhere underline"
      >
        {name}
      </Link>
    ),
  },
  { key: 'kind', title: 'Art', cell: ({ kind }: ManagedOffer) => kindNames[kind] },
  {
    key: 'stock',
    title: 'Bestand',
    cell: ({ slug, pieces }: ManagedOffer) => (
      <Link to={paths.stock(slug)} className="inline-flex min-h-11 items-center underline">
        {pieces > 0 ? `${pieces} Stück` : 'ansehen'}
      </Link>
    ),
  },
  {
    key: 'coming',
    title: 'Offene Termine',
    cell: ({ coming }: ManagedOffer) => coming,
    align: 'right' as const,
  },
  {
    key: 'state',
    title: 'Stand',
    cell: ({ state }: ManagedOffer) => <Badge tone={TONES[state]}>{offerStateNames[state]}</Badge>,
  },
]

export default function Managed() {
  const { offers, filter } = useLoaderData<typeof loader>()
  const isFiltered = filter.words !== '' || filter.state !== ''
  const linkTo = (to: number) =>
    `${paths.manageOffers()}?${new URLSearchParams({ q: filter.words, stand: filter.state, seite: String(to) }).toString()}`
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Angebote verwalten' }]}
      />
      <PageHead
        title="Angebote verwalten"
        meta={plural(offers.total, 'Angebot', 'Angebote')}
        actions={
          <>
            <ButtonLink to={paths.hours()}>Zeiten und Schließtage</ButtonLink>
            <ButtonLink to={paths.instructions()}>Einweisungen</ButtonLink>
            <ButtonLink to={paths.newOffer()} icon={Plus} variant="primary">
              Neues Angebot
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        <HouseForm
          method="get"
          action={paths.manageOffers()}
          key={JSON.stringify(filter)}
          role="search"
          aria-label="Angebote suchen"
          className="grid items-end gap-3 rounded-xl border border-linie bg-flaeche p-karte md:grid-cols-[2fr_1fr_auto]"
        >
          <TextField
            {...{ name: 'q', type: 'search', label: 'Name', maxLength: 100 }}
            defaultValue={filter.words}
          />
          <SelectField
            {...{ name: 'stand', label: 'Stand', empty: 'Jeder' }}
            defaultValue={filter.state}
            choices={choicesOf(OFFER_STATES, offerStateNames)}
          />
          <Button icon={Search}>Suchen</Button>
        </HouseForm>
        {offers.rows.length > 0 ? (
          <div className="rounded-xl border border-linie bg-flaeche p-karte">
            <Table
              caption="Angebote des MediaLab"
              stacks
              columns={COLUMNS}
              rows={offers.rows}
              rowKey={({ id }) => id}
            />
          </div>
        ) : (
          <EmptyState
            title={isFiltered ? 'Kein Angebot passt dazu.' : 'Noch kein Angebot.'}
            action={
              isFiltered ? (
                <ButtonLink to={paths.manageOffers()}>Alles zeigen</ButtonLink>
              ) : (
                <ButtonLink to={paths.newOffer()} icon={Plus} variant="primary">
                  Erstes Angebot anlegen
                </ButtonLink>
              )
            }
          />
        )}
        <Pages
          label="Seiten der Angebote"
          page={offers.page}
          pages={offers.pages}
          linkTo={linkTo}
        />
      </div>
    </>
  )
}
