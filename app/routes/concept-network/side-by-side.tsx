import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { paths as network } from '#server/concepts/network/paths.ts'
import { sideBySideFor } from '#server/concepts/network/views.ts'
import { paths } from '#server/concepts/paths.ts'
import { chapterNames } from '#server/concepts/words.ts'

export const loader = visitorPage(({ actor, request }) =>
  sideBySideFor(actor, new URL(request.url).searchParams),
)

export const meta: MetaFunction = () => [{ title: 'Konzepte nebeneinander – Lernen 25' }]

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** Beside each other where there is room, under each other else; nothing is counted or rated. */
export default function SideBySide() {
  const { concepts, rows, choices, chosen } = useLoaderData<typeof loader>()
  const isShown = rows.length > 0
  return (
    <>
      <Breadcrumb steps={[{ label: 'Konzepte', to: paths.list() }, { label: 'Nebeneinander' }]} />
      <PageHead
        title="Konzepte nebeneinander"
        meta="Gleiche Kapitel stehen beieinander. Verglichen wird, was veröffentlicht ist."
        actions={
          isShown && (
            <ButtonLink to={paths.compareMatrices(chosen)}>Kompetenzen vergleichen</ButtonLink>
          )
        }
      />
      <div className="grid gap-5">
        <Chooser choices={choices} chosen={chosen} />
        {isShown ? (
          <>
            <Card title="Ziele">
              <Columns>
                {concepts.map((concept) => (
                  <Goals key={concept.school.slug} concept={concept} />
                ))}
              </Columns>
            </Card>
            {rows.map(({ key, kind, cells }) => (
              <Card key={key} title={titleOf(kind, cells)}>
                <Columns>
                  {cells.map((sections, at) => (
                    <div key={concepts[at]?.school.slug} className="min-w-0">
                      <School concept={concepts[at]} />
                      {sections.length === 0 && <p className="text-leise">Kein solches Kapitel</p>}
                      {sections.map(({ id, title, html }) => (
                        <div key={id} className="mb-3">
                          {title !== chapterNames[kind] && (
                            <p className="text-sm text-leise">dort: „{title}“</p>
                          )}
                          <StoredHtml html={html} />
                        </div>
                      ))}
                    </div>
                  ))}
                </Columns>
              </Card>
            ))}
          </>
        ) : (
          <EmptyState title="Wählen Sie zwei oder drei Schulen.">
            Angeboten werden Schulen, deren Konzept Sie lesen können.
          </EmptyState>
        )}
      </div>
    </>
  )
}

const Columns = ({ children }: { children: ReactNode }) => (
  <div className="grid gap-5 lg:auto-cols-fr lg:grid-flow-col">{children}</div>
)

function titleOf(kind: View['rows'][number]['kind'], cells: View['rows'][number]['cells']) {
  return kind === 'free' ? (cells.flat()[0]?.title ?? '') : chapterNames[kind]
}

function School({ concept }: { concept: View['concepts'][number] | undefined }) {
  if (!concept) return null
  return (
    <h3 className="mb-1 text-base font-semibold">
      <Link to={concept.path} className="-my-2.5 inline-flex min-h-11 items-center underline">
        {concept.school.name}
      </Link>
      {concept.publishedAt && (
        <span className="ml-2 text-sm font-normal text-leise">
          Version {concept.number} vom {day(concept.publishedAt)}
        </span>
      )}
    </h3>
  )
}

function Goals({ concept }: { concept: View['concepts'][number] }) {
  return (
    <div className="min-w-0">
      <School concept={concept} />
      {concept.goals.length === 0 && <p className="text-leise">Keine veröffentlichten Ziele</p>}
      <ul className="grid gap-1">
        {concept.goals.map(({ position, title }) => (
          <li key={position}>
            <Link
              to={network.goal(concept.school.slug, concept.number, position)}
              className="-my-1 inline-flex min-h-11 items-center underline"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Chooser({ choices, chosen }: Pick<View, 'choices' | 'chosen'>) {
  const labels = ['Erste Schule', 'Zweite Schule', 'Dritte Schule (wenn Sie mögen)']
  return (
    <HouseForm
      method="get"
      key={chosen.join()}
      aria-label="Schulen wählen"
      className="grid items-end gap-3 rounded-xl border border-linie bg-flaeche p-karte md:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
    >
      {labels.map((label, at) => (
        <SelectField
          key={label}
          name={at === 0 ? 'schulen' : `schule${at + 1}`}
          label={label}
          empty="Keine"
          choices={choices}
          defaultValue={chosen[at] ?? ''}
        />
      ))}
      <Button variant="secondary">Nebeneinander lesen</Button>
    </HouseForm>
  )
}
