import type { ReactNode } from 'react'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

type Head = {
  home: { title: string; path: string; shelf: { label: string; path: string } }
  document: { title: string; path: string; archivedAt: unknown; isTemplate: boolean }
}

/** Where a document is, and its title; on pages about it, `page` is the last step of the way. */
export function DocumentHead({
  view: { home, document },
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
    { label: home.title, to: home.path },
    { label: home.shelf.label, to: home.shelf.path },
  ]
  const here = page
    ? [{ label: document.title, to: document.path }, { label: page }]
    : [{ label: document.title }]
  const badge = document.archivedAt ? (
    <Badge tone="offen">Im Archiv</Badge>
  ) : document.isTemplate ? (
    <Badge tone="aktion">Vorlage</Badge>
  ) : undefined
  return (
    <>
      <Breadcrumb steps={[...up, ...here]} />
      <PageHead title={page ?? document.title} badge={badge} meta={meta} actions={actions} />
    </>
  )
}
