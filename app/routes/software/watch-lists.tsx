import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckGroup } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  createList,
  followProduct,
  keepProduct,
  restoreList,
  unfollowProduct,
} from '#server/software/following/commands.ts'
import { LONGEST_TITLE, VISIBILITIES, type WatchList } from '#server/software/following/contract.ts'
import {
  followInput,
  keepInput,
  listIdInput,
  newListInput,
} from '#server/software/following/inputs.ts'
import { listsFor } from '#server/software/following/views.ts'
import { visibilityNames } from '#server/software/following/words.ts'
import { paths } from '#server/software/paths.ts'
import { StandingBadge } from './components/standing-badge.tsx'

export const loader = page(({ actor, request }) =>
  listsFor(actor, new URL(request.url).searchParams.get('app')),
)

export const action = forms({
  follow: intent(followInput, async ({ actor, input }) => {
    await followProduct(actor, input.app)
    return redirectWithToast(paths.product(input.app), 'Sie folgen dieser App.')
  }),
  unfollow: intent(followInput, async ({ actor, input }) => {
    await unfollowProduct(actor, input.app)
    return redirectWithToast(paths.product(input.app), 'Sie folgen dieser App nicht mehr.')
  }),
  keep: intent(keepInput, async ({ actor, input }) => {
    const name = await keepProduct(actor, input)
    return redirectWithToast(paths.watchLists(), `Ihre Listen mit „${name}“ sind gesichert.`)
  }),
  create: intent(newListInput, async ({ actor, input }) =>
    redirectWithToast(paths.watchList(await createList(actor, input)), 'Die Liste ist angelegt.'),
  ),
  restore: intent(listIdInput, async ({ actor, input }) => {
    await restoreList(actor, input.listId)
    return redirectWithToast(paths.watchList(input.listId), 'Die Liste ist wieder da.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Merklisten – Software – Lernen 25' }]

type View = ReturnType<typeof useLoaderData<typeof loader>>

export default function WatchLists() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { product, own, shared, followed } = view
  return (
    <>
      <Breadcrumb steps={[{ label: 'Software', to: paths.directory() }, { label: 'Merklisten' }]} />
      <PageHead
        title={product ? `„${product.name}“ merken` : 'Merklisten'}
        meta="Apps, die Sie im Blick behalten, mit dem, was heute für sie gilt."
      />
      <div className="grid max-w-[56rem] gap-4">
        {product && <Keep view={view} product={product} reply={reply} />}
        <Lists title="Meine Listen" lists={own} />
        {!product && <NewList view={view} reply={reply} />}
        {followed.length > 0 && <Followed followed={followed} />}
        {shared.length > 0 && <Lists title="Von anderen geteilt" lists={shared} />}
      </div>
    </>
  )
}

type Product = NonNullable<View['product']>

function Keep({ view, product, reply }: { view: View; product: Product; reply: Reply }) {
  const { own, clientKey } = view
  return (
    <Card title="Auf welche Listen?">
      <HouseForm reply={reply} clientKey={clientKey}>
        <input type="hidden" name="app" value={product.slug} />
        {own.length > 0 && (
          <CheckGroup
            name="lists"
            label="Meine Listen"
            choices={own.map(({ id, title }) => ({ value: id, label: title }))}
            defaultValue={own.filter(({ holds }) => holds).map(({ id }) => id)}
          />
        )}
        <TextField name="title" label="Neue Liste" optional maxLength={LONGEST_TITLE} />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="keep">
            Merken
          </Button>
          <ButtonLink to={paths.product(product.slug)} variant="tertiary">
            Abbrechen
          </ButtonLink>
        </div>
      </HouseForm>
    </Card>
  )
}

function NewList({ view, reply }: { view: View; reply: Reply }) {
  return (
    <Card title="Neue Liste">
      <HouseForm reply={reply} clientKey={view.clientKey}>
        <div className="grid gap-4 md:grid-cols-2">
          <TextField name="title" label="Name der Liste" required maxLength={LONGEST_TITLE} />
          <SelectField
            name="visibility"
            label="Wer sieht sie?"
            choices={choicesOf(VISIBILITIES, visibilityNames)}
          />
        </div>
        <div>
          <Button name="intent" value="create">
            Liste anlegen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function Lists({ title, lists }: { title: string; lists: (WatchList & { owner?: string })[] }) {
  return (
    <Card title={title}>
      {lists.length === 0 ? (
        <p className="text-leise">Noch keine. Mit „Merken“ an einer App fangen Sie eine an.</p>
      ) : (
        <List>
          {lists.map(({ id, title: name, count, visibility, owner }) => (
            <li key={id} className="py-zeile">
              <Link
                to={paths.watchList(id)}
                prefetch="intent"
                className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
              >
                {name}
              </Link>
              <p className="text-sm text-leise">
                {[plural(count, 'App', 'Apps'), owner ?? visibilityNames[visibility]].join(' · ')}
              </p>
            </li>
          ))}
        </List>
      )}
    </Card>
  )
}

function Followed({ followed }: Pick<View, 'followed'>) {
  return (
    <Card title="Apps, denen ich folge" lead="Bei Entscheidungen zu ihnen bekommen Sie Bescheid.">
      <List>
        {followed.map(({ slug, name, standing }) => (
          <TaskRow
            key={slug}
            action={
              <HouseForm>
                <input type="hidden" name="app" value={slug} />
                <Button name="intent" value="unfollow" variant="tertiary">
                  Nicht mehr folgen<span className="sr-only">: {name}</span>
                </Button>
              </HouseForm>
            }
          >
            <Link
              to={paths.product(slug)}
              prefetch="intent"
              className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
            >
              {name}
            </Link>
            <p>
              <StandingBadge standing={standing} />
            </p>
          </TaskRow>
        ))}
      </List>
    </Card>
  )
}
