import Download from 'lucide-react/icons/download'
import History from 'lucide-react/icons/history'
import type { ReactNode } from 'react'
import { MatrixTable } from '#app/concepts/matrix-table.tsx'
import { LinkedApps } from '#app/software/linked-apps.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { day, plural } from '#app/ui/format.ts'
import { JumpLink } from '#app/ui/jump-link.tsx'
import { Link } from '#app/ui/link.tsx'
import { Menu, MenuLink } from '#app/ui/menu.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type SafeHtml, StoredHtml } from '#app/ui/stored-html.tsx'
import { FORMATS } from '#server/concepts/exporting/contract.ts'
import { formatNames } from '#server/concepts/exporting/words.ts'
import type { Matrix } from '#server/concepts/matrix/contract.ts'
import { paths } from '#server/concepts/paths.ts'
import type { VersionLine } from '#server/concepts/versions/contract.ts'
import { decisionLine } from '#server/concepts/versions/words.ts'
import { versionStatusNames } from '#server/concepts/words.ts'
import type { LinkedApp } from '#server/software/linked/contract.ts'
import { Goals, Reflections } from './reader-parts.tsx'
import { PrintButton } from './print-button.tsx'

export type ReaderView = {
  school: { slug: string; name: string; today: string }
  title: string
  version: VersionLine & { fileId: string | null }
  newer: number | null
  isInside: boolean
  isArchived: boolean
  hasDraft: boolean
  can: { publish: boolean }
  sections: { position: number; title: string; visibility: string; html: SafeHtml }[]
  goals: Parameters<typeof Goals>[0]['goals']
  reflections: Parameters<typeof Reflections>[0]['reflections']
  things: { id: string; title: string; context: string; path: string }[]
  apps: LinkedApp[]
  matrix: { matrix: Matrix | null; gaps: string } | null
}

/** From here on only what is near the window is laid out (document.css). */
const LONG = 60_000

/** A version to be read: what stands in it first, then the text with its chapters beside it. */
export function ConceptReader({ view, base }: { view: ReaderView; base: string }) {
  const { school, version, title } = view
  const { status, number } = version
  return (
    <>
      <PageHead
        kicker={`${school.name} · Medienkonzept`}
        title={title}
        badge={
          <Badge tone={status === 'published' ? 'ok' : 'achtung'}>
            Version {number} {versionStatusNames[status].toLowerCase()}
          </Badge>
        }
        meta={[day(version.publishedAt ?? version.createdAt), decisionLine(version.resolutions)]
          .filter(Boolean)
          .join(' · ')}
        actions={<Actions view={view} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Notices view={view} />
        <MatrixBlock view={view} base={base} />
        <Texts view={view} />
        <Things things={view.things} />
        <LinkedApps
          apps={view.apps}
          title="Apps in diesem Konzept"
          lead="Aus den Kapiteln und den Vorhaben, mit dem, was heute für sie gilt."
        />
      </div>
    </>
  )
}

function Actions({ view: { school, version, hasDraft } }: { view: ReaderView }) {
  return (
    <>
      {hasDraft && <ButtonLink to={paths.draft(school.slug)}>Zum Entwurf</ButtonLink>}
      <ButtonLink icon={History} to={paths.versions(school.slug)}>
        Versionen
      </ButtonLink>
      <Menu
        summaryClassName="inline-flex min-h-11 items-center gap-2 rounded-lg border border-rand bg-flaeche px-4 font-semibold hover:bg-mulde"
        summary={
          <>
            <Download className="size-[1.2em] shrink-0" />
            Export
          </>
        }
      >
        {FORMATS.map((format) => (
          <MenuLink
            key={format}
            to={paths.export(school.slug, version.number, format)}
            reloadDocument
            prefetch="none"
          >
            {formatNames[format]}
          </MenuLink>
        ))}
      </Menu>
      <PrintButton />
    </>
  )
}

function Notices({ view: { school, version, newer, isArchived } }: { view: ReaderView }) {
  return (
    <>
      {newer !== null && (
        <Notice
          title={`Es gibt eine neuere Version ${newer}.`}
          action={
            <ButtonLink className="print:hidden" to={paths.version(school.slug, newer)}>
              Version {newer} lesen
            </ButtonLink>
          }
        />
      )}
      {version.status === 'withdrawn' && (
        <Notice tone="achtung" title="Diese Version ist zurückgezogen. Nur Ihre Schule liest sie.">
          {version.withdrawnReason}
        </Notice>
      )}
      {version.status === 'frozen' && (
        <Notice title="Diese Version ist nicht veröffentlicht. Nur Ihre Schule liest sie." />
      )}
      {isArchived && (
        <Notice title="Dieses Konzept wird in der Nachfolgeschule weitergeführt und ändert sich nicht mehr." />
      )}
      {school.today !== school.name && (
        <p className="text-leise">Die Schule heißt heute: {school.today}.</p>
      )}
      {version.fileId && (
        <Notice
          title="Diese Version ist eine Datei."
          action={
            <ButtonLink to={`/dateien/${version.fileId}`} reloadDocument>
              Datei öffnen
            </ButtonLink>
          }
        />
      )}
    </>
  )
}

/** The areas by grade; what stands behind a number and all 24 competencies have pages of their own. */
function MatrixBlock({ view: { matrix }, base }: { view: ReaderView; base: string }) {
  if (!matrix) return null
  return (
    <Card title="Medienkompetenzrahmen: Wo ist was verankert?" lead={matrix.gaps}>
      {matrix.matrix && (
        <MatrixTable
          matrix={matrix.matrix}
          caption="Zahl der Vorhaben, Unterrichtskonzepte und Einträge je Bereich und Jahrgang"
          base={base}
        />
      )}
      <p className="mt-2 print:hidden">
        <Link className={LINK} to={`${base}?zeilen=24`}>
          Als Tabelle mit allen 24 Teilkompetenzen
        </Link>
      </p>
    </Card>
  )
}

const LINK = 'inline-flex min-h-11 items-center underline'

function Texts({ view: { sections, goals, reflections, title } }: { view: ReaderView }) {
  const places = [
    ...sections.map((one) => ({ id: idOf(one.position), title: one.title })),
    ...(goals.length > 0 ? [{ id: 'ziele', title: 'Ziele' }] : []),
    ...(reflections.length > 0 ? [{ id: 'rueckblick', title: 'Rückblick' }] : []),
  ]
  if (places.length === 0)
    return <EmptyState title="Von dieser Version ist für Sie kein Kapitel freigegeben." />
  const isLong = sections.reduce((sum, { html }) => sum + html.length, 0) > LONG
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:items-start lg:not-print:grid-cols-[15rem_minmax(0,1fr)]">
      <nav aria-label="Kapitel" className="print:hidden lg:sticky lg:top-20">
        <div className="max-lg:hidden">
          <Places places={places} />
        </div>
        <Fold
          title={plural(places.length, 'Kapitel', 'Kapitel')}
          className="rounded-xl border border-linie bg-flaeche px-karte lg:hidden"
        >
          <Places places={places} />
        </Fold>
      </nav>
      <article aria-label={title} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
        {sections.map((one) => (
          <Chapter key={one.position} id={idOf(one.position)} title={one.title}>
            <StoredHtml html={one.html} className={`dokument in-karte ${isLong ? 'lang' : ''}`} />
          </Chapter>
        ))}
        {goals.length > 0 && (
          <Chapter id="ziele" title="Ziele">
            <Goals goals={goals} />
          </Chapter>
        )}
        {reflections.length > 0 && (
          <Chapter id="rueckblick" title="Rückblick">
            <Reflections reflections={reflections} />
          </Chapter>
        )}
      </article>
    </div>
  )
}

const idOf = (position: number) => `kapitel-${position + 1}`

function Places({ places }: { places: { id: string; title: string }[] }) {
  return (
    <ol>
      {places.map(({ id, title }) => (
        <li key={id}>
          <JumpLink
            target={id}
            className="flex min-h-11 items-center rounded-lg px-3 py-1.5 wrap-anywhere hover:bg-mulde"
          >
            {title}
          </JumpLink>
        </li>
      ))}
    </ol>
  )
}

function Chapter({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    // A chapter is longer than what is kept on one sheet; its heading stays with its first words.
    <section aria-labelledby={id} className="min-w-0 print:break-inside-auto">
      <h2
        id={id}
        tabIndex={-1}
        className="mb-2 scroll-mt-20 text-xl wrap-anywhere print:break-after-avoid"
      >
        {title}
      </h2>
      {children}
    </section>
  )
}

function Things({ things }: Pick<ReaderView, 'things'>) {
  if (things.length === 0) return null
  return (
    <Card title="Vorhaben in diesem Konzept">
      <ul className="grid gap-2 lg:grid-cols-2">
        {things.map(({ id, title, context, path }) => (
          <li key={id} className="rounded-lg border border-linie p-3">
            <Link to={path} prefetch="intent" className="font-semibold underline wrap-anywhere">
              {title}
            </Link>
            {context && <p className="text-sm text-leise">{context}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
