import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { OfferKind } from '#server/medialab/contract.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'

type Gone = {
  name: string
  kind: OfferKind
  instead: { slug: string; name: string; summary: string }[]
}

/** An offer that is no more: old links still lead here. */
export function Gone({ gone: { name, kind, instead } }: { gone: Gone }) {
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote', to: paths.offers() },
          { label: name },
        ]}
      />
      <PageHead title={<span className="wrap-anywhere">{name}</span>} meta={kindNames[kind]} />
      <div className="grid max-w-[48rem] gap-5">
        <Notice
          title="Das bietet das Schulmedienzentrum nicht mehr an."
          action={<ButtonLink to={paths.offers()}>Alle Angebote ansehen</ButtonLink>}
        >
          Was davon schon gebucht ist, steht weiter unter „Meine Buchungen“.
        </Notice>
        {instead.length > 0 && (
          <Card title="Stattdessen gibt es">
            <List>
              {instead.map((offer) => (
                <li key={offer.slug} className="py-zeile">
                  <Link
                    to={paths.offer(offer.slug)}
                    className="inline-flex min-h-11 items-center font-semibold wrap-anywhere underline"
                  >
                    {offer.name}
                  </Link>
                  {offer.summary && <p>{offer.summary}</p>}
                </li>
              ))}
            </List>
          </Card>
        )}
      </div>
    </>
  )
}
