import { Form, type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { visitorPage } from '#app/http/page.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { type DirectorySearch, USABLE } from '#server/software/directory/contract.ts'
import { directoryFor } from '#server/software/directory/views.ts'
import { paths } from '#server/software/paths.ts'
import { CuratorLinks } from './components/curator-links.tsx'
import { DirectoryForm } from './components/directory-form.tsx'
import { ProductCard } from './components/product-card.tsx'
import { QuestionForm } from './components/question-form.tsx'

export const loader = visitorPage(async ({ actor, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return { ...(await directoryFor(actor, asked)), asked }
})

export const meta: MetaFunction = () => [
  { title: 'Software – Lernen 25' },
  {
    name: 'description',
    content: 'Lernsoftware für Duisburger Schulen: geprüft, freigegeben, im Unterricht erprobt.',
  },
]

const COMPARING = 'vergleich'

export default function Directory() {
  const { search, facets, form, products, others, hasSchool, can, asked } =
    useLoaderData<typeof loader>()
  const isFiltered = Object.values(search).some(Boolean)
  const usable = facets.standing.find(({ value }) => value === USABLE)?.count ?? 0
  const inReview = facets.standing.find(({ value }) => value === 'in_review')?.count ?? 0
  const linkTo = (to: number) =>
    `${paths.directory()}?${new URLSearchParams({ ...asked, seite: String(to) }).toString()}`
  return (
    <>
      <PageHead
        title="Software"
        meta={
          !isFiltered &&
          `${plural(products.total, 'App', 'Apps')}, davon ${usable} freigegeben und ${inReview} in Prüfung`
        }
        actions={
          <>
            <ButtonLink to={paths.editions()}>Positivliste</ButtonLink>
            {can.follow && <ButtonLink to={paths.watchLists()}>Merklisten</ButtonLink>}
            {can.propose && (
              <ButtonLink to={paths.propose(search.q)} icon={Plus} variant="primary">
                App vorschlagen
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        {!isFiltered && <QuestionForm />}
        <CuratorLinks can={can} />
        <DirectoryForm {...{ search, facets, form, hasSchool, isFiltered }} />
        <section aria-labelledby="gefunden" className="grid gap-4">
          <h2 id="gefunden" className="text-xl">
            {plural(products.total, 'App', 'Apps')}
          </h2>
          {products.rows.length > 0 ? (
            <>
              <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
                {products.rows.map((product) => (
                  <ProductCard
                    key={product.id}
                    {...{ product, comparing: COMPARING, canKeep: can.follow }}
                  />
                ))}
              </div>
              <Form id={COMPARING} action={paths.compare([])} className="flex flex-wrap gap-3">
                <Button variant="secondary">Ausgewählte vergleichen</Button>
                <p className="self-center text-leise">Kreuzen Sie zwei oder drei an.</p>
              </Form>
            </>
          ) : (
            <Nothing {...{ search, others, canPropose: can.propose }} />
          )}
          <Pages
            label="Seiten der Apps"
            page={products.page}
            pages={products.pages}
            linkTo={linkTo}
          />
        </section>
        {isFiltered && <QuestionForm name={search.q} />}
      </div>
    </>
  )
}

type Missing = { search: DirectorySearch; others: number; canPropose: boolean }

function Nothing({ search, others, canPropose }: Missing) {
  const { standing, ...rest } = search
  const withoutStatus = new URLSearchParams(
    Object.entries({ q: rest.q, fach: rest.subject, schulform: rest.schoolForm }).filter(
      ([, value]) => value !== '',
    ),
  )
  const words = search.q ? ` zu „${search.q}“` : ''
  return (
    <EmptyState
      title={standing ? `Keine App${words} mit diesem Status.` : `Keine App${words} gefunden.`}
      action={
        <div className="flex flex-wrap gap-3">
          {others > 0 && (
            <ButtonLink to={`${paths.directory()}?${withoutStatus.toString()}`}>
              {plural(others, 'App', 'Apps')} mit anderem Status zeigen
            </ButtonLink>
          )}
          {canPropose && (
            <ButtonLink to={paths.propose(search.q)} icon={Plus}>
              App vorschlagen
            </ButtonLink>
          )}
          <ButtonLink to={paths.directory()} variant="tertiary">
            Alles zeigen
          </ButtonLink>
        </div>
      }
    >
      {canPropose
        ? 'Fehlt Ihnen eine App? Schlagen Sie sie vor, dann wird sie geprüft.'
        : 'Lassen Sie ein Feld leer, oder suchen Sie mit einem anderen Wort. Wer angemeldet ist, kann Apps vorschlagen.'}
    </EmptyState>
  )
}
