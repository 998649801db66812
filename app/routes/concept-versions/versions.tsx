import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { VersionStatus } from '#server/concepts/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import { stateName } from '#server/concepts/versions/comparing/words.ts'
import { DRAFT } from '#server/concepts/versions/contract.ts'
import { versionsFor } from '#server/concepts/versions/views.ts'
import { resolutionLine } from '#server/concepts/versions/words.ts'
import { versionStatusNames, visibilityNames } from '#server/concepts/words.ts'

/** The school sees all its versions, others those that they may read. */
export const loader = visitorPage(({ actor, params }) =>
  versionsFor(actor, params.school ?? '', paths.versions),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Versionen – ${data?.title ?? 'Medienkonzept'} – Lernen 25` },
]

export default function Versions() {
  const view = useLoaderData<typeof loader>()
  const { school, rows, isInside, isArchived, can } = view
  const hasDraft = isInside && !isArchived
  const states = [...(hasDraft ? [DRAFT] : []), ...rows.map(({ number }) => String(number))]
  return (
    <>
      <PageHead
        kicker={`${school.name} · Medienkonzept`}
        title="Versionen"
        actions={
          <>
            {hasDraft && <ButtonLink to={paths.draft(school.slug)}>Zum Entwurf</ButtonLink>}
            {can.publish && (
              <ButtonLink to={paths.freeze(school.slug)}>Stand festhalten</ButtonLink>
            )}
          </>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        {rows.length === 0 ? (
          <EmptyState title="Noch keine Version.">
            Die Schulleitung hält einen Stand fest oder veröffentlicht ihn. Danach lässt er sich
            vergleichen.
          </EmptyState>
        ) : (
          <ol className="grid min-w-0 gap-3">
            {rows.map((row) => (
              <Version key={row.number} slug={school.slug} row={row} view={view} />
            ))}
          </ol>
        )}
        {states.length > 1 && <Choose slug={school.slug} states={states} />}
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type Row = View['rows'][number]

const TONES: Record<VersionStatus, Tone> = {
  frozen: 'offen',
  published: 'ok',
  withdrawn: 'achtung',
}

function Version({ slug, row, view }: { slug: string; row: Row; view: View }) {
  const { number, label, status, scope, changeNote, createdAt, author, isCurrent } = row
  const facts = [
    when(createdAt, view.now),
    author && `festgehalten von ${author}`,
    status === 'published' && scope && visibilityNames[scope],
  ]
  return (
    <li className="min-w-0 rounded-xl border border-linie bg-flaeche p-karte">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg">
          <Link to={paths.version(slug, number)} className="hover:underline">
            Version {number}
            {label && `: ${label}`}
          </Link>
        </h2>
        <Badge tone={TONES[status]}>{versionStatusNames[status]}</Badge>
        {isCurrent && <span className="text-sm">Das lesen alle zuerst.</span>}
      </div>
      <p className="text-sm text-leise">{facts.filter(Boolean).join(' · ')}</p>
      <p className="mt-1 max-w-[68ch] wrap-anywhere whitespace-pre-line">{changeNote}</p>
      {row.resolutions.length > 0 && (
        <ul className="mt-1 text-sm">
          {row.resolutions.map((one) => (
            <li key={one.id}>{resolutionLine(one)}</li>
          ))}
        </ul>
      )}
      {view.can.publish && (
        <Link
          to={paths.manageVersion(slug, number)}
          className="mt-1 inline-flex min-h-11 items-center underline"
        >
          Beschlüsse und Veröffentlichung<span className="sr-only"> von Version {number}</span>
        </Link>
      )}
    </li>
  )
}

/** Which two are compared; the younger ones come first. */
function Choose({ slug, states }: { slug: string; states: string[] }) {
  const choices = states.map((value) => ({
    value,
    label: stateName(value === DRAFT ? DRAFT : Number(value)),
  }))
  return (
    <Card title="Vergleichen">
      <HouseForm method="get" action={`${paths.concept(slug)}/vergleich`}>
        <SelectField name="von" label="Von" choices={choices} defaultValue={states[1]} />
        <SelectField name="bis" label="Bis" choices={choices} defaultValue={states[0]} />
        <div>
          <Button variant="secondary">Vergleichen</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
