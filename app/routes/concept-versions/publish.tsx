import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { paths } from '#server/concepts/paths.ts'
import { publishFrozenInput, publishInput } from '#server/concepts/versions/inputs.ts'
import { publishDraft, publishFrozen } from '#server/concepts/versions/publishing/commands.ts'
import { publishingFor } from '#server/concepts/versions/publishing/views.ts'
import { Checks } from './components/checks.tsx'
import { numberOf } from './components/number-of.ts'
import { PublishForm } from './components/publish-form.tsx'

/** The working copy, or with `?version=` one that was frozen before. */
export const loader = page(({ actor, params, request }) => {
  const given = new URL(request.url).searchParams.get('version')
  return publishingFor(actor, params.school ?? '', given === null ? null : numberOf(given))
})

const DONE = 'Das Konzept ist veröffentlicht.'

export const action = forms({
  publish: intent(publishInput, async ({ actor, params, input }) =>
    redirectWithToast(await publishDraft(actor, params.school ?? '', input), DONE),
  ),
  publishFrozen: intent(publishFrozenInput, async ({ actor, params, input }) =>
    redirectWithToast(await publishFrozen(actor, params.school ?? '', input), DONE),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Veröffentlichen – ${data?.concept.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function Publish() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { school, frozen, current, findings } = view
  const state = frozen ? frozen.number : 'entwurf'
  return (
    <div className="grid max-w-[46rem] grid-cols-[minmax(0,1fr)] gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">
          {frozen ? `Version ${frozen.number} veröffentlichen` : 'Entwurf veröffentlichen'}
        </h2>
        {current !== null && (
          <ButtonLink to={paths.compare(school.slug, current, state)}>
            Mit Version {current} vergleichen
          </ButtonLink>
        )}
      </div>
      <Checks slug={school.slug} findings={findings} />
      <PublishForm view={view} reply={reply} />
    </div>
  )
}
