import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { hold } from '#app/http/hold.ts'
import { visitorPage } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { paths } from '#server/concepts/paths.ts'
import { appsIn } from '#server/concepts/versions/reading/linked/views.ts'
import { readerFor } from '#server/concepts/versions/reading/views.ts'
import { ConceptReader } from './components/reader.tsx'
import { numberOf } from './components/number-of.ts'
import '#app/styles/document.css'
import '#app/styles/mkr-matrix.css'

/** A version at the address that stays. */
export const loader = visitorPage(async ({ actor, params, context }) => {
  const view = await readerFor(actor, params.school ?? '', numberOf(params.number))
  const sections = view.sections.map((one) => ({ ...one, html: hold(context, one.html) }))
  return { ...view, sections, apps: await appsIn(actor, view) }
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: data
      ? `${data.title}, Version ${data.version.number} – ${data.school.name} – Lernen 25`
      : 'Lernen 25',
  },
  { name: 'robots', content: 'noindex' },
]

export default function ConceptVersion() {
  const view = useLoaderData<typeof loader>()
  const { school, version } = view
  return <ConceptReader view={view} base={paths.versionMatrix(school.slug, version.number)} />
}
