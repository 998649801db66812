import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/paths.ts'
import { takeReflection } from '#server/concepts/reflections/commands.ts'
import { takeInput } from '#server/concepts/reflections/inputs.ts'
import { takingPage } from '#server/concepts/reflections/taking/views.ts'

export const loader = page(({ actor, params }) =>
  takingPage(actor, params.kind ?? '', params.id ?? ''),
)

export const action = form(takeInput, async ({ actor, params, input }) => {
  const source = { kind: params.kind ?? '', id: params.id ?? '' }
  const school = await takeReflection(actor, source, input)
  return redirectWithToast(paths.reflections(school), 'Das steht jetzt in Ihrem Rückblick.')
})

export const meta: MetaFunction = () => [{ title: 'In unser Medienkonzept übernehmen – Lernen 25' }]

/** The page behind the button on others, for a form that was refused. */
export default function Take() {
  const { card, taking } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb steps={[{ label: card.title, to: card.path }, { label: 'Übernehmen' }]} />
      <PageHead title="In unser Medienkonzept übernehmen" meta={`${card.word} „${card.title}“`} />
      {taking ? (
        <TakeOver taking={taking} reply={reply} />
      ) : (
        <EmptyState title="Ihre Schule hat noch kein Medienkonzept in Lernen 25." />
      )}
    </>
  )
}
