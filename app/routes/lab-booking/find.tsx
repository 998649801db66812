import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { rememberMissed } from '#server/medialab/finding/commands.ts'
import { wishOf } from '#server/medialab/finding/paths.ts'
import { findFor } from '#server/medialab/finding/views.ts'
import { whenWords } from '#server/medialab/finding/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { Basket } from './components/basket.tsx'
import { FoundOffers } from './components/found-offers.tsx'
import { FoundTimes } from './components/found-times.tsx'
import { SearchForm } from './components/search-form.tsx'

export const loader = visitorPage(async ({ actor, request }) => {
  const { searchParams } = new URL(request.url)
  const found = await findFor(actor, searchParams)
  // A page that is only loaded ahead was not asked for by anybody.
  if (actor && !request.headers.has('sec-purpose')) await rememberMissed(actor, found)
  return { ...found, asked: Object.fromEntries(searchParams), isVisitor: actor === null }
})

export const meta: MetaFunction = () => [
  { title: 'Termin suchen – MediaLab – Lernen 25' },
  {
    name: 'description',
    content: 'Wann Räume, Koffer und Beratung im MediaLab des SMZ Duisburg frei sind.',
  },
]

export default function Find() {
  const { search, errors, asked, needs, times, basket, isAsked, isVisitor } =
    useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Termin suchen' }]} />
      <PageHead
        title="Termin suchen"
        meta="Sagen Sie, wann und was: Sie sehen, was frei ist."
        actions={<ButtonLink to={paths.calendar({ tag: search.day })}>Kalender</ButtonLink>}
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(16rem,1fr)]">
        <div className="grid content-start gap-5">
          <SearchForm {...{ search, errors, asked }} />
          {isAsked && (
            <section aria-labelledby="gefunden" className="grid gap-4">
              <h2 id="gefunden" className="text-xl">
                {search.isAnyTime ? 'Wann alles frei ist' : whenWords(wishOf(search))}
              </h2>
              {search.isAnyTime ? (
                <FoundTimes {...{ search, times }} />
              ) : (
                needs.map((need, index) => (
                  <FoundOffers key={index} {...{ search, need, basket }} />
                ))
              )}
            </section>
          )}
        </div>
        {(isAsked || basket.length > 0) && <Basket {...{ search, basket, isVisitor }} />}
      </div>
    </>
  )
}
