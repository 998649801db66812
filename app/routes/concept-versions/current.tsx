import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { hold } from '#app/http/hold.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { paths } from '#server/concepts/paths.ts'
import { appsIn } from '#server/concepts/versions/reading/linked/views.ts'
import { currentFor } from '#server/concepts/versions/reading/views.ts'
import { ConceptReader } from './components/reader.tsx'
import '#app/styles/document.css'
import '#app/styles/mkr-matrix.css'

/** What a school has published; where there is nothing yet, its own people come to the draft. */
export const loader = visitorPage(async ({ actor, params, context }) => {
  const view = await currentFor(actor, params.school ?? '')
  if (view.draft !== null) throw redirect(view.draft)
  const sections = view.sections.map((one) => ({ ...one, html: hold(context, one.html) }))
  return { ...view, sections, apps: await appsIn(actor, view) }
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? 'Medienkonzept'} – ${data?.school.name ?? ''} – Lernen 25` },
  ...(data?.version.scope === 'network' ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function CurrentConcept() {
  const view = useLoaderData<typeof loader>()
  return <ConceptReader view={view} base={paths.matrix(view.school.slug)} />
}
