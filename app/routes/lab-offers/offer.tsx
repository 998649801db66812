import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import { visitorPage } from '#app/http/page.ts'
import { BackLinks, PAGE_PARAM } from '#app/references/back-links.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { offerPageFor } from '#server/medialab/offers/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { NeededApps, NeededInstructions, ShareOffer } from './components/needed.tsx'
import { Gone } from './components/gone.tsx'
import { OfferMarks } from './components/offer-card.tsx'
import { OfferFacts, Pieces } from './components/offer-facts.tsx'
import { TrialReports } from './components/trial-reports.tsx'

export const loader = visitorPage(({ actor, params, request }) => {
  const pages = pageNumber(new URL(request.url).searchParams.get(PAGE_PARAM))
  return offerPageFor(actor, params.offer ?? '', pages)
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${(data?.view?.offer ?? data?.gone)?.name ?? 'Angebot'} – MediaLab – Lernen 25` },
  ...(data?.view?.offer.summary ? [{ name: 'description', content: data.view.offer.summary }] : []),
]

export default function OfferPage() {
  const { view, gone } = useLoaderData<typeof loader>()
  return view ? <Offer view={view} /> : <Gone gone={gone} />
}

type View = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>

function Offer({ view }: { view: View }) {
  const { offer } = view
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote', to: paths.offers() },
          { label: offer.name },
        ]}
      />
      <PageHead
        title={<span className="wrap-anywhere">{offer.name}</span>}
        meta={kindNames[offer.kind]}
        actions={
          <>
            {view.can.manage && (
              <ButtonLink to={paths.editOffer(offer.slug)}>Bearbeiten</ButtonLink>
            )}
            {offer.state === 'listed' && (
              <>
                <ButtonLink to={paths.calendar({ angebot: offer.slug })}>Kalender</ButtonLink>
                <ButtonLink
                  to={paths.find({ korb: `${offer.slug}:1` })}
                  icon={Search}
                  variant="primary"
                >
                  Freie Zeiten suchen
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        <OfferMarks offer={offer} />
        {offer.summary && <p className="max-w-[68ch] text-lg">{offer.summary}</p>}
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 lg:items-start">
          <OfferFacts offer={offer} />
          <div className="grid min-w-0 gap-5">
            <Card title="Regeln">
              <ul className="list-disc space-y-1 pl-5">
                {view.rules.map((rule) => (
                  <li key={rule}>{rule}</li>
                ))}
              </ul>
            </Card>
            <NeededInstructions all={view.instructions} isSignedIn={view.isSignedIn} />
            <NeededApps apps={view.apps} />
          </div>
        </div>
        {offer.description && (
          <Card title="Was es ist">
            <p className="max-w-[68ch] whitespace-pre-line wrap-anywhere">{offer.description}</p>
          </Card>
        )}
        <Pieces offer={offer} />
        <TrialReports slug={offer.slug} {...view.reports} isSignedIn={view.isSignedIn} />
        <ShareOffer slug={offer.slug} homes={view.homes} />
        {view.backLinks && <BackLinks links={view.backLinks} />}
      </div>
    </>
  )
}
