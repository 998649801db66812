import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { editItem } from '#server/medialab/offers/items/commands.ts'
import {
  addPartInput,
  editItemInput,
  editPartInput,
  partInput,
  unitsInput,
} from '#server/medialab/offers/items/inputs.ts'
import {
  addPart,
  editPart,
  makeUnits,
  removePart,
} from '#server/medialab/offers/items/parts/commands.ts'
import { itemFor } from '#server/medialab/offers/items/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { ItemForm } from './components/item-form.tsx'
import { Parts } from './components/parts.tsx'

type Params = { offer?: string; item?: string }
const placeOf = ({ offer = '', item = '' }: Params) => ({ slug: offer, item })
const pathOf = ({ offer = '', item = '' }: Params) => paths.item(offer, item)

export const loader = page(({ actor, params }) =>
  itemFor(actor, params.offer ?? '', params.item ?? ''),
)

export const action = forms({
  edit: intent(editItemInput, async ({ actor, params, input }) => {
    await editItem(actor, placeOf(params), input)
    return redirectWithToast(pathOf(params), 'Gespeichert.')
  }),
  addPart: intent(addPartInput, async ({ actor, params, input }) => {
    await addPart(actor, placeOf(params), input)
    return redirectWithToast(pathOf(params), `„${input.name}“ steht auf der Liste.`)
  }),
  editPart: intent(editPartInput, async ({ actor, params, input }) => {
    await editPart(actor, placeOf(params), input)
    return redirectWithToast(pathOf(params), `„${input.name}“ ist gespeichert.`)
  }),
  removePart: intent(partInput, async ({ actor, params, input }) => {
    const part = await removePart(actor, placeOf(params), input.part)
    const { name, quantity, isCritical } = part
    return redirectWithToast(pathOf(params), {
      text: `„${name}“ steht nicht mehr auf der Liste.`,
      undo: {
        ...{ action: pathOf(params), label: 'Rückgängig' },
        fields: {
          ...{ intent: 'addPart', name, quantity: String(quantity) },
          ...{ clientKey: crypto.randomUUID(), ...(isCritical && { isCritical: 'on' }) },
        },
      },
    })
  }),
  units: intent(unitsInput, async ({ actor, params, input }) => {
    await makeUnits(actor, placeOf(params), input.name)
    return redirectWithToast(pathOf(params), 'Jedes Stück hat seinen Code.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.item.code ?? 'Bestand'} – ${data?.offer.name ?? 'Angebot'} – Lernen 25` },
]

export default function ItemPage() {
  const { offer, item, parts, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <div className="max-w-[56rem]">
      <Breadcrumb
        steps={[
          { label: 'MediaLab', to: paths.start() },
          { label: 'Angebote verwalten', to: paths.manageOffers() },
          { label: offer.name, to: paths.stock(offer.slug) },
          { label: item.code },
        ]}
      />
      <PageHead title={item.label || item.code} meta={item.label ? item.code : offer.name} />
      <div className="grid gap-5">
        <ItemForm
          key={item.version}
          item={item}
          reply={reply?.intent === 'edit' ? reply : undefined}
        />
        <Parts
          item={item}
          parts={parts}
          clientKey={clientKey}
          reply={reply?.intent === 'edit' ? undefined : reply}
        />
      </div>
    </div>
  )
}
