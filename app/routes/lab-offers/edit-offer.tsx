import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import {
  editOffer,
  listOffer,
  replaceOffer,
  retireOffer,
} from '#server/medialab/offers/editing/commands.ts'
import {
  editOfferInput,
  stateInput,
  successorInput,
} from '#server/medialab/offers/editing/inputs.ts'
import { editOfferFor } from '#server/medialab/offers/editing/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { kindNames } from '#server/medialab/words.ts'
import { EffectNotice, SaveButton } from './components/effect-notice.tsx'
import { OfferMarks } from './components/offer-card.tsx'
import { AboutFields } from './components/offer-fields.tsx'
import { RuleFields } from './components/rule-fields.tsx'

export const loader = page(({ actor, params }) => editOfferFor(actor, params.offer ?? ''))

const pathOf = ({ offer = '' }: { offer?: string }) => paths.editOffer(offer)

export const action = forms({
  edit: intent(editOfferInput, async ({ actor, params, input }) => {
    await editOffer(actor, params.offer ?? '', input)
    return redirectWithToast(pathOf(params), 'Das Angebot ist gespeichert.')
  }),
  list: intent(stateInput, async ({ actor, params, input }) => {
    await listOffer(actor, params.offer ?? '', input)
    return redirectWithToast(pathOf(params), 'Das Angebot steht im Katalog.')
  }),
  retire: intent(stateInput, async ({ actor, params, input }) => {
    await retireOffer(actor, params.offer ?? '', input)
    return redirectWithToast(pathOf(params), 'Das Angebot steht nicht mehr im Katalog.')
  }),
  replace: intent(successorInput, async ({ actor, params, input }) => {
    await replaceOffer(actor, params.offer ?? '', input)
    return redirectWithToast(pathOf(params), 'Der Nachfolger ist gespeichert.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.offer.name ?? 'Angebot'} bearbeiten – MediaLab – Lernen 25` },
]

export default function EditOffer() {
  const { offer, instructions, successors } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const editing = reply?.intent === 'edit' ? reply : undefined
  return (
    <div className="max-w-[56rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote verwalten', to: paths.manageOffers() },
          { label: offer.name },
        ]}
      />
      <PageHead
        title={<span className="wrap-anywhere">{offer.name}</span>}
        meta={[kindNames[offer.kind], ...(offer.room ? [offer.room.name] : [])].join(', ')}
        actions={
          <>
            <ButtonLink to={paths.stock(offer.slug)}>Bestand und Personen</ButtonLink>
            <ButtonLink to={paths.offer(offer.slug)}>Seite im Katalog</ButtonLink>
          </>
        }
      />
      <div className="grid gap-5">
        <OfferMarks offer={offer} />
        <HouseForm reply={editing} autoComplete="off" key={offer.version}>
          <SeenVersion version={offer.version} />
          <AboutFields offer={offer} />
          <RuleFields offer={offer} instructions={instructions} />
          <EffectNotice reply={editing} />
          <div className="flex flex-wrap gap-3">
            <SaveButton {...{ reply: editing, name: 'intent', value: 'edit' }}>
              Angebot speichern
            </SaveButton>
            <ButtonLink variant="tertiary" to={paths.manageOffers()}>
              Abbrechen
            </ButtonLink>
          </div>
        </HouseForm>
        {offer.state !== 'draft' && (
          <Successor
            {...{ offer, successors }}
            reply={reply?.intent === 'replace' ? reply : undefined}
          />
        )}
        <Catalogue state={offer.state} version={offer.version} reply={reply} />
      </div>
    </div>
  )
}

type Offer = ReturnType<typeof useLoaderData<typeof loader>>['offer']

/** What people are shown who look for it when it is gone. */
function Successor({
  offer: { version, replacedBy },
  successors,
  reply,
}: {
  offer: Offer
  successors: { id: string; name: string }[]
  reply: Reply
}) {
  return (
    <Card
      title="Nachfolger"
      lead="Steht das Angebot nicht mehr im Katalog, führt seine Seite hierhin. Ohne Auswahl zeigt sie Ähnliches."
    >
      <HouseForm reply={reply} key={version} className="flex flex-wrap items-end gap-3">
        <SeenVersion version={version} />
        <SelectField
          {...{ name: 'successor', label: 'Stattdessen gibt es', empty: 'Keinen' }}
          {...{ optional: true, defaultValue: replacedBy ?? '' }}
          choices={successors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button variant="secondary" name="intent" value="replace">
          Nachfolger speichern
        </Button>
      </HouseForm>
    </Card>
  )
}

/** Into the catalogue, and out of it again. */
function Catalogue({
  state,
  version,
  reply,
}: Pick<Offer, 'state' | 'version'> & {
  reply: ReturnType<typeof useActionData<typeof action>>
}) {
  const act = state === 'listed' ? 'retire' : 'list'
  const own = reply?.intent === act ? reply : undefined
  return (
    <Card
      title="Katalog"
      lead={
        state === 'listed'
          ? 'Alle können es sehen und buchen.'
          : 'Nur das SMZ sieht es. Buchen kann es niemand.'
      }
    >
      <HouseForm reply={own} key={version}>
        <SeenVersion version={version} />
        <EffectNotice reply={own} />
        <div>
          <SaveButton
            {...{ reply: own, name: 'intent', value: act }}
            variant={state === 'listed' ? 'secondary' : 'primary'}
          >
            {state === 'listed' ? 'Aus dem Katalog nehmen' : 'In den Katalog stellen'}
          </SaveButton>
        </div>
      </HouseForm>
    </Card>
  )
}
