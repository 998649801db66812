import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { paths } from '#server/concepts/talks/paths.ts'
import { sharedConceptFor } from '#server/concepts/talks/views.ts'
import { TalkFrame } from './components/talk-frame.tsx'

export const loader = page(({ actor, params }) => sharedConceptFor(actor, params.talk ?? ''))

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Medienkonzept zum Gespräch – ${data?.talk.school ?? ''} – Lernen 25` },
]

/** The version that the school shared for this talk. */
export default function SharedConcept() {
  const { talk, version, sections, goals } = useLoaderData<typeof loader>()
  return (
    <>
      <TalkFrame talk={talk} />
      <div className="grid gap-5">
        <Card
          title={`${version.title}, Version ${version.number}`}
          lead={`${version.label ? `${version.label}, ` : ''}festgehalten am ${day(version.createdAt)}. ${version.changeNote}`}
        >
          <Link to={paths.talk(talk.number)} className="underline">
            Zurück zur Vorbereitung
          </Link>
        </Card>
        {goals.length > 0 && (
          <Card title="Ziele">
            <List>
              {goals.map(({ position, title, successSign, dueOn }) => (
                <li key={position} className="py-zeile">
                  <p className="font-semibold wrap-anywhere">{title}</p>
                  <p className="text-sm text-leise">
                    bis {day(dueOn)}
                    {successSign && `, erkennbar daran: ${successSign}`}
                  </p>
                </li>
              ))}
            </List>
          </Card>
        )}
        {sections.map(({ position, title, html }) => (
          <Card key={position} title={title}>
            <StoredHtml html={html} />
          </Card>
        ))}
        {sections.length + goals.length === 0 && (
          <EmptyState title="Diese Version hat keinen Teil, der die Schule verlässt." />
        )}
      </div>
    </>
  )
}
