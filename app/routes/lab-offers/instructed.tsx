import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { ownInstructions } from '#server/medialab/instructions/views.ts'
import { instructionKindNames } from '#server/medialab/instructions/words.ts'
import { paths } from '#server/medialab/paths.ts'
import { ProofBadge } from './components/proofs.tsx'

export const loader = page(async ({ actor }) => ({ proofs: await ownInstructions(actor) }))

export const meta: MetaFunction = () => [{ title: 'Meine Einweisungen – MediaLab – Lernen 25' }]

export default function Instructed() {
  const { proofs } = useLoaderData<typeof loader>()
  return (
    <div className="max-w-[48rem]">
      <Breadcrumb
        steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Meine Einweisungen' }]}
      />
      <PageHead title="Meine Einweisungen" />
      {proofs.length > 0 ? (
        <Card title="Das können Sie nutzen">
          <List>
            {proofs.map(({ id, name, kind, on, until, state, offers }) => (
              <li key={id} className="py-zeile">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="font-semibold">{name}</span>
                  <ProofBadge state={state} />
                </p>
                <p className="text-leise">
                  {instructionKindNames[kind]} am {day(on)}
                  {until ? `, gilt bis ${day(until)}` : ', gilt ohne Ende'}
                </p>
                {offers.length > 0 && (
                  <p>
                    Für{' '}
                    {offers.map((offer, at) => (
                      <span key={offer.slug}>
                        {at > 0 && ', '}
                        <Link to={paths.offer(offer.slug)} className="underline">
                          {offer.name}
                        </Link>
                      </span>
                    ))}
                  </p>
                )}
              </li>
            ))}
          </List>
        </Card>
      ) : (
        <EmptyState
          title="Sie haben noch keine Einweisung."
          action={<ButtonLink to={paths.workshops()}>Workshops ansehen</ButtonLink>}
        >
          Für manche Geräte, zum Beispiel den Lasercutter, brauchen Sie eine. Fragen Sie das SMZ
          nach einem Termin.
        </EmptyState>
      )}
    </div>
  )
}
