import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { CompareText } from '#app/comparison/compare-text.tsx'
import { visitorPage } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { JumpLink } from '#app/ui/jump-link.tsx'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/concepts/paths.ts'
import { compareFor } from '#server/concepts/versions/comparing/views.ts'
import { changesIn, stateName, summary } from '#server/concepts/versions/comparing/words.ts'
import { DRAFT, type StateMark } from '#server/concepts/versions/contract.ts'
import { layoutOf } from '#server/documents/versions/paths.ts'
import { changeWords } from '#server/rich-text/comparison/words.ts'
import { numberOf } from './components/number-of.ts'
import '#app/styles/document.css'

const markOf = (given: string | null): StateMark => (given === DRAFT ? DRAFT : numberOf(given))

export const loader = visitorPage(({ actor, params, request, context }) => {
  const query = new URL(request.url).searchParams
  return compareFor({ actor, network: context.network }, params.school ?? '', {
    from: markOf(query.get('von')),
    to: markOf(query.get('bis')),
    layout: layoutOf(query.get('ansicht')),
    chapter: query.get('kapitel'),
  })
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Vergleich – ${data?.title ?? 'Medienkonzept'} – Lernen 25` },
  { name: 'robots', content: 'noindex' },
]

type View = ReturnType<typeof useLoaderData<typeof loader>>

export default function CompareVersions() {
  const view = useLoaderData<typeof loader>()
  const { school, from, to, counts, open } = view
  const chapter = view.chapters.find(({ key }) => key === open?.key)
  return (
    <>
      <PageHead
        kicker={`${school.name} · Medienkonzept`}
        title={`Vergleich ${stateName(from)} → ${stateName(to)}`}
        actions={<ButtonLink to={paths.versions(school.slug)}>Alle Versionen</ButtonLink>}
      />
      <p className="mb-4 text-lg font-semibold">{summary(counts)}</p>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[17rem_minmax(0,1fr)] lg:items-start">
        <div className="grid min-w-0 gap-5 print:hidden">
          <Chapters view={view} />
          <Others view={view} />
        </div>
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
          {open && chapter ? (
            <section aria-labelledby="kapitel" className="grid min-w-0 gap-3">
              <h2 id="kapitel" tabIndex={-1} className="text-xl wrap-anywhere">
                {chapter.title}
              </h2>
              {chapter.before && <p className="text-leise">Hieß vorher „{chapter.before}“.</p>}
              <Bar view={view} />
              {open.changes === 0 && (
                <p className="text-leise">In diesem Kapitel hat sich der Text nicht geändert.</p>
              )}
              <CompareText sections={open.sections} total={open.changes} />
              {open.isCut && (
                <p className="text-leise">Das Kapitel geht weiter. Gezeigt wird der Anfang.</p>
              )}
            </section>
          ) : (
            <EmptyState title="Beide Stände haben kein Kapitel, das Sie lesen." />
          )}
          <Goals goals={view.goals} />
          <Figures view={view} />
        </div>
      </div>
    </>
  )
}

/** This page with another chapter or layout. */
function address({ school, from, to, layout }: View, chapter: string, other?: string) {
  const beside = (other ?? layout) === 'side' ? '&ansicht=nebeneinander' : ''
  return `${paths.compare(school.slug, from, to)}&kapitel=${chapter}${beside}`
}

function Chapters({ view }: { view: View }) {
  const { chapters, open } = view
  return (
    <nav aria-label="Kapitel" className="rounded-xl border border-linie bg-flaeche p-2">
      <ol>
        {chapters.map((one) => {
          const changes = changesIn(one)
          return (
            <li key={one.key}>
              <Link
                to={address(view, one.key)}
                preventScrollReset
                aria-current={one.key === open?.key ? 'true' : undefined}
                className="flex min-h-11 items-center rounded-lg px-3 py-1.5 wrap-anywhere hover:bg-mulde aria-[current]:bg-aktion-zart aria-[current]:font-semibold"
              >
                {one.title}
                {changes && ` · ${changes}`}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const LAYOUTS = [
  { key: 'inline', label: 'Im Text' },
  { key: 'side', label: 'Nebeneinander' },
] as const

function Bar({ view }: { view: View }) {
  const { open, chapters, layout } = view
  const changed = chapters.filter(({ change }) => change !== 'same').map(({ key }) => key)
  const next = changed.find((key) => Number(key) > Number(open?.key))
  const before = changed.findLast((key) => Number(key) < Number(open?.key))
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 print:hidden">
      <p className="flex flex-wrap gap-x-5">
        {open && open.changes > 0 && (
          <JumpLink target="aenderung-1" className={LINK}>
            Zur ersten Änderung
          </JumpLink>
        )}
        {before && (
          <Link to={address(view, before)} className={LINK}>
            Voriges geändertes Kapitel
          </Link>
        )}
        {next && (
          <Link to={address(view, next)} className={LINK}>
            Nächstes geändertes Kapitel
          </Link>
        )}
      </p>
      <nav
        aria-label="Darstellung des Vergleichs"
        className="hidden gap-px overflow-clip rounded-lg border border-rand bg-rand lg:flex"
      >
        {LAYOUTS.map(({ key, label }) => (
          <Link
            key={key}
            to={address(view, open?.key ?? '', key)}
            preventScrollReset
            aria-current={key === layout ? 'true' : undefined}
            className="inline-flex min-h-11 items-center bg-flaeche px-4 hover:underline aria-[current]:bg-aktion aria-[current]:font-semibold aria-[current]:text-auf-aktion"
          >
            {label}
          </Link>
        ))}
      </nav>
    </div>
  )
}

const LINK = 'inline-flex min-h-11 items-center underline'

function Goals({ goals }: { goals: View['goals'] }) {
  if (goals.length === 0) return null
  return (
    <Card title="Ziele">
      <ul className="divide-y divide-linie">
        {goals.map(({ title, change, facts }, at) => (
          <li key={at} className="py-zeile">
            <p className="wrap-anywhere">
              <strong>{changeWords[change]}:</strong> {title}
            </p>
            {facts.map((fact) => (
              <p key={fact} className="text-sm text-leise">
                {fact}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

type Numbers = { things: number; gaps: number }

function Figures({ view: { matrix, from, to } }: { view: View }) {
  const { before, after } = matrix
  if (!before || !after || (before.things === 0 && after.things === 0)) return null
  const said = ({ things, gaps }: Numbers) =>
    `${things} ${things === 1 ? 'Eintrag' : 'Einträge'}, ${gaps} ${gaps === 1 ? 'Lücke' : 'Lücken'}`
  return (
    <Card title="Medienkompetenzrahmen">
      <dl className="grid gap-x-5 gap-y-1 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <dt className="text-leise">{stateName(from)}</dt>
        <dd>{said(before)}</dd>
        <dt className="text-leise">{stateName(to)}</dt>
        <dd>{said(after)}</dd>
      </dl>
    </Card>
  )
}

function Others({ view: { school, from, to, others } }: { view: View }) {
  const choices = others.map((mark) => ({ value: String(mark), label: stateName(mark) }))
  return (
    <HouseForm
      method="get"
      action={`${paths.concept(school.slug)}/vergleich`}
      className="grid gap-3"
    >
      <SelectField name="von" label="Von" choices={choices} defaultValue={String(from)} />
      <SelectField name="bis" label="Bis" choices={choices} defaultValue={String(to)} />
      <div>
        <Button variant="secondary">Vergleichen</Button>
      </div>
    </HouseForm>
  )
}
