import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChildCheck } from '#app/ui/child-check.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { afterConflict } from '#app/ui/overtaken.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { demandFor } from '#server/medialab/demand/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { answerWish, joinWish, makeWish, putWishAway } from '#server/medialab/wishes/commands.ts'
import { FREQUENCIES, WISH_LIMITS } from '#server/medialab/wishes/contract.ts'
import { answerInput, wishIdInput, wishInput } from '#server/medialab/wishes/inputs.ts'
import { wishesFor } from '#server/medialab/wishes/views.ts'
import { frequencyNames } from '#server/medialab/wishes/words.ts'
import { DemandCard } from './components/demand-card.tsx'
import { WishList } from './components/wish-list.tsx'

export const loader = page(async ({ actor, request }) => {
  const { searchParams, search } = new URL(request.url)
  const [wishes, demand] = await Promise.all([
    wishesFor(actor, searchParams),
    demandFor(actor, searchParams),
  ])
  return { ...wishes, demand, search }
})

export const action = forms({
  wish: intent(wishInput, async ({ actor, input }) => {
    await makeWish(actor, input)
    return redirectWithToast(paths.demand(), 'Ihr Wunsch steht auf der Liste.')
  }),
  join: intent(wishIdInput, async ({ actor, input: { wish } }) => {
    await joinWish(actor, wish, true)
    return redirectWithToast(paths.demand(), 'Sie zählen mit.')
  }),
  leave: intent(wishIdInput, async ({ actor, input: { wish } }) => {
    await joinWish(actor, wish, false)
    return redirectWithToast(paths.demand(), 'Sie zählen nicht mehr mit.')
  }),
  answer: intent(answerInput, async ({ actor, input }) => {
    await answerWish(actor, input)
    return redirectWithToast(paths.demand(), 'Die Schulen lesen Ihre Antwort.')
  }),
  delete: intent(wishIdInput, async ({ actor, input: { wish: id } }) => {
    await putWishAway(actor, { id, isDeleted: true })
    return redirectWithToast(paths.demand(), {
      text: 'Der Wunsch ist gelöscht.',
      undo: {
        action: paths.demand(),
        fields: { intent: 'restore', wish: id },
        label: 'Rückgängig',
      },
    })
  }),
  restore: intent(wishIdInput, async ({ actor, input: { wish: id } }) => {
    await putWishAway(actor, { id, isDeleted: false })
    return redirectWithToast(paths.demand(), 'Der Wunsch ist wieder da.')
  }),
})

export const shouldRevalidate = afterConflict

export const meta: MetaFunction = () => [{ title: 'Bedarf – MediaLab – Lernen 25' }]

/** "Das fehlt uns", and for those who decide: what was asked for in vain. */
export default function Demand() {
  const { rows, page, pages, can, clientKey, demand, search } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Bedarf' }]} />
      <PageHead
        title="Das fehlt uns"
        meta="Was Schulen brauchen und das MediaLab nicht hat. Danach richtet sich, was angeschafft wird."
        actions={
          <>
            <ButtonLink to={paths.reports()}>Berichte</ButtonLink>
            {demand && <ButtonLink to={paths.utilisation()}>Auslastung</ButtonLink>}
          </>
        }
      />
      <div className="grid gap-5">
        {rows.length > 0 && (
          <Card title="Wünsche der Schulen">
            <WishList rows={rows} canAnswer={can.answer} reply={reply} />
          </Card>
        )}
        <Pages
          label="Seiten der Wünsche"
          page={page}
          pages={pages}
          linkTo={(number) => {
            const query = new URLSearchParams(search)
            query.set('seite', String(number))
            return `${paths.demand()}?${query.toString()}`
          }}
        />
        <Card
          title="Was fehlt Ihnen?"
          lead="Sehen Sie bitte erst oben nach: „Mich auch“ zählt genauso."
        >
          <HouseForm
            reply={reply?.intent === 'wish' ? reply : undefined}
            clientKey={clientKey}
            className="grid max-w-[46rem] gap-4"
          >
            <input type="hidden" name="intent" value="wish" />
            <TextField name="title" label="Was?" maxLength={WISH_LIMITS.title.max} />
            <TextArea
              name="purpose"
              label="Wofür brauchen Sie es?"
              rows={2}
              maxLength={WISH_LIMITS.purpose}
            />
            <RadioBar
              name="frequency"
              label="Wie oft?"
              choices={choicesOf(FREQUENCIES, frequencyNames)}
            />
            <ChildCheck />
            <div>
              <Button>Auf die Liste setzen</Button>
            </div>
          </HouseForm>
        </Card>
        {demand && <DemandCard demand={demand} search={search} />}
      </div>
    </>
  )
}
