import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { WITH_STOCK } from '#server/medialab/offers/editing/contract.ts'
import { addItems, putApp, putStaff, removeApp } from '#server/medialab/offers/items/commands.ts'
import {
  addAppInput,
  addItemsInput,
  appInput,
  staffInput,
} from '#server/medialab/offers/items/inputs.ts'
import { stockFor } from '#server/medialab/offers/items/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { ItemList, NewItems } from './components/item-list.tsx'
import { OfferApps, OfferStaff } from './components/offer-people.tsx'

export const loader = page(({ actor, params }) => stockFor(actor, params.offer ?? ''))

const saved = ({ offer = '' }: { offer?: string }, text: string) =>
  redirectWithToast(paths.stock(offer), text)

export const action = forms({
  add: intent(addItemsInput, async ({ actor, params, input }) => {
    await addItems(actor, params.offer ?? '', input)
    return saved(params, 'Der Bestand ist erweitert.')
  }),
  staff: intent(staffInput, async ({ actor, params, input }) => {
    await putStaff(actor, params.offer ?? '', input)
    return saved(params, 'Die Zuständigen sind gespeichert.')
  }),
  addApp: intent(addAppInput, async ({ actor, params, input }) => {
    const name = await putApp(actor, params.offer ?? '', input)
    return saved(params, `„${name}“ steht jetzt dabei.`)
  }),
  removeApp: intent(appInput, async ({ actor, params, input }) => {
    const { name, isNeeded } = await removeApp(actor, params.offer ?? '', input.app)
    return redirectWithToast(paths.stock(params.offer ?? ''), {
      text: `„${name}“ steht nicht mehr dabei.`,
      undo: {
        ...{ action: paths.stock(params.offer ?? ''), label: 'Rückgängig' },
        fields: { intent: 'addApp', name, ...(isNeeded && { isNeeded: 'on' }) },
      },
    })
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bestand – ${data?.offer.name ?? 'Angebot'} – Lernen 25` },
]

export default function Stock() {
  const { offer, items, servants, apps, names, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (intent: string) => (reply?.intent === intent ? reply : undefined)
  return (
    <div className="max-w-[56rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote verwalten', to: paths.manageOffers() },
          { label: offer.name, to: paths.editOffer(offer.slug) },
          { label: 'Bestand' },
        ]}
      />
      <PageHead
        title="Bestand und Personen"
        meta={offer.name}
        actions={
          <>
            <ButtonLink to={paths.labels()}>Etiketten drucken</ButtonLink>
            <ButtonLink to={paths.editOffer(offer.slug)}>Angebot bearbeiten</ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        {WITH_STOCK.includes(offer.kind) && (
          <>
            <ItemList slug={offer.slug} items={items} />
            {(offer.kind === 'set' || offer.kind === 'station' || items.length === 0) && (
              <NewItems kind={offer.kind} clientKey={clientKey} reply={replyTo('add')} />
            )}
          </>
        )}
        <OfferStaff
          isNeeded={offer.kind === 'advice' || offer.needsStaff}
          servants={servants}
          reply={replyTo('staff')}
        />
        <OfferApps apps={apps} names={names} reply={replyTo('addApp')} />
      </div>
    </div>
  )
}
