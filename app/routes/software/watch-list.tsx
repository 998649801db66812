import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  addItem,
  deleteList,
  editList,
  noteItem,
  removeItem,
} from '#server/software/following/commands.ts'
import {
  LONGEST_NOTE,
  LONGEST_TITLE,
  VISIBILITIES,
  type WatchList,
} from '#server/software/following/contract.ts'
import { editListInput, itemInput, noInput, notedInput } from '#server/software/following/inputs.ts'
import { listFor } from '#server/software/following/views.ts'
import { visibilityNames } from '#server/software/following/words.ts'
import { paths } from '#server/software/paths.ts'
import { ProductCard } from './components/product-card.tsx'

export const loader = page(({ actor, params }) => listFor(actor, params.list ?? ''))

const here = (params: { list?: string }) => paths.watchList(params.list ?? '')

export const action = forms({
  edit: intent(editListInput, async ({ actor, params, input }) => {
    await editList(actor, params.list ?? '', input)
    return redirectWithToast(here(params), 'Die Liste ist geändert.')
  }),
  delete: intent(noInput, async ({ actor, params }) => {
    const listId = params.list ?? ''
    await deleteList(actor, listId)
    return redirectWithToast(paths.watchLists(), {
      text: 'Die Liste ist gelöscht.',
      undo: {
        label: 'Rückgängig',
        action: paths.watchLists(),
        fields: { intent: 'restore', listId },
      },
    })
  }),
  remove: intent(itemInput, async ({ actor, params, input: { productId } }) => {
    const note = await removeItem(actor, params.list ?? '', productId)
    return redirectWithToast(here(params), {
      text: 'Die App steht nicht mehr auf der Liste.',
      undo: {
        label: 'Rückgängig',
        action: here(params),
        fields: { intent: 'add', productId, note },
      },
    })
  }),
  add: intent(notedInput, async ({ actor, params, input }) => {
    await addItem(actor, params.list ?? '', input)
    return redirectWithToast(here(params), 'Die App steht auf der Liste.')
  }),
  note: intent(notedInput, async ({ actor, params, input }) => {
    await noteItem(actor, params.list ?? '', input)
    return redirectWithToast(here(params), 'Die Notiz ist gesichert.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.list.title ?? 'Merkliste'} – Lernen 25` },
]

export default function WatchListPage() {
  const { list, owner, products, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Software', to: paths.directory() },
          { label: 'Merklisten', to: paths.watchLists() },
          { label: list.title },
        ]}
      />
      <PageHead
        title={<span className="wrap-anywhere">{list.title}</span>}
        meta={[
          plural(products.length, 'App', 'Apps'),
          owner ? `von ${owner}` : visibilityNames[list.visibility],
        ].join(' · ')}
      />
      <div className="grid gap-4">
        {can.change && <Change list={list} reply={reply} />}
        {products.length === 0 && (
          <EmptyState
            title="Auf dieser Liste steht noch keine App."
            action={<ButtonLink to={paths.directory()}>Apps suchen</ButtonLink>}
          >
            „Merken“ steht an jeder App.
          </EmptyState>
        )}
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {products.map((product) => (
            <li key={product.id} className="grid gap-1">
              <ProductCard product={product} canKeep={false} level={2} />
              {product.note && (
                <p className="whitespace-pre-wrap wrap-anywhere">Notiz: {product.note}</p>
              )}
              {can.change && <ChangeItem product={product} reply={reply} />}
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

type Answer = (NonNullable<Reply> & { intent?: string | undefined }) | null | undefined
type Item = { id: string; name: string; note: string }

function ChangeItem({ product: { id, name, note }, reply }: { product: Item; reply: Answer }) {
  const own = reply?.initialValue?.productId === id ? reply : undefined
  return (
    <>
      <Fold
        title={
          <>
            {note ? 'Notiz ändern' : 'Notiz schreiben'}
            <span className="sr-only">: {name}</span>
          </>
        }
        isOpen={own !== undefined}
      >
        <HouseForm reply={own} className="grid gap-3">
          <input type="hidden" name="productId" value={id} />
          <TextArea
            name="note"
            label="Notiz"
            hint="Lesen alle, die diese Liste sehen."
            rows={3}
            maxLength={LONGEST_NOTE}
            defaultValue={note}
          />
          <div>
            <Button name="intent" value="note" variant="secondary">
              Notiz sichern
            </Button>
          </div>
        </HouseForm>
      </Fold>
      <HouseForm>
        <input type="hidden" name="productId" value={id} />
        <Button name="intent" value="remove" variant="tertiary">
          Von der Liste nehmen<span className="sr-only">: {name}</span>
        </Button>
      </HouseForm>
    </>
  )
}

function Change({ list, reply }: { list: WatchList; reply: Answer }) {
  return (
    <Fold title="Liste ändern oder teilen" isOpen={reply?.intent === 'edit'}>
      <HouseForm
        reply={reply?.intent === 'edit' ? reply : undefined}
        className="grid max-w-[40rem] gap-4"
      >
        <TextField
          name="title"
          label="Name der Liste"
          defaultValue={list.title}
          maxLength={LONGEST_TITLE}
          required
        />
        <SelectField
          name="visibility"
          label="Wer sieht sie?"
          choices={choicesOf(VISIBILITIES, visibilityNames)}
          defaultValue={list.visibility}
        />
        <div>
          <Button name="intent" value="edit">
            Änderungen sichern
          </Button>
        </div>
      </HouseForm>
      <HouseForm className="mt-4">
        <div>
          <Button name="intent" value="delete" variant="secondary">
            Liste löschen
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
