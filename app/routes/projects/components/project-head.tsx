import type { ReactNode } from 'react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths as plgs } from '#server/plg/paths.ts'
import type { Status } from '#server/projects/contract.ts'
import { paths } from '#server/projects/paths.ts'
import { statusNames } from '#server/projects/words.ts'

type Head = {
  plg: { slug: string; title: string }
  project: { title: string; path: string; status: Status }
}

const TONES: Record<Status, Tone> = {
  draft: 'offen',
  planned: 'aktion',
  running: 'aktion',
  completed: 'ok',
  stopped: 'stopp',
}

export function StatusBadge({ status }: { status: Status }) {
  return <Badge tone={TONES[status]}>{statusNames[status]}</Badge>
}

/** Where a Vorhaben is, and its title; on pages about it, `page` is the last step of the way. */
export function ProjectHead({
  view: { plg, project },
  page,
  meta,
  actions,
}: {
  view: Head
  page?: string
  meta?: ReactNode
  actions?: ReactNode
}) {
  const up = [
    { label: plg.title, to: plgs.plg(plg.slug) },
    { label: 'Vorhaben', to: paths.list(plg.slug) },
  ]
  const here = page
    ? [{ label: project.title, to: project.path }, { label: page }]
    : [{ label: project.title }]
  return (
    <>
      <Breadcrumb steps={[...up, ...here]} />
      <PageHead
        title={page ?? project.title}
        badge={<StatusBadge status={project.status} />}
        meta={meta ?? (page ? project.title : undefined)}
        actions={actions}
      />
    </>
  )
}
