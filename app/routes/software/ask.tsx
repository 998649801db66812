import { redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/software/paths.ts'
import { askedFor } from '#server/software/question/views.ts'
import { QuestionForm } from './components/question-form.tsx'

export const loader = visitorPage(async ({ actor, request, context }) => {
  const by = { actor, network: context.network }
  const { found, ...view } = await askedFor(by, new URL(request.url).searchParams)
  if (found !== null) throw redirect(found)
  return { ...view, isSignedIn: actor !== null }
})

export const meta: MetaFunction = () => [{ title: 'Darf ich das nutzen? – Lernen 25' }]

/** What one sees when the name was not exactly that of an app. */
export default function Ask() {
  const { name, question, like, isSignedIn } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'Darf ich das nutzen?' }]}
      />
      <PageHead title="Darf ich das nutzen?" />
      <div className="grid gap-5">
        <QuestionForm name={name} question={name ? question : undefined} />
        {like.length > 0 && (
          <section aria-label="Ähnliche Namen">
            <h2 className="mb-2 text-lg">Meinten Sie …</h2>
            <ul className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte">
              {like.map((one) => (
                <li key={one.path}>
                  <Link to={one.path} className="inline-flex min-h-11 items-center underline">
                    {one.name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )}
        {name !== '' && like.length === 0 && (
          <EmptyState
            title={`„${name}“ steht nicht im Verzeichnis.`}
            action={isSignedIn && <ButtonLink to={paths.propose(name)}>App vorschlagen</ButtonLink>}
          >
            Das heißt nicht verboten. Niemand hat sie bisher geprüft; Ihre Schulleitung entscheidet.
          </EmptyState>
        )}
      </div>
    </>
  )
}
