import GitCompare from 'lucide-react/icons/git-compare'
import Undo2 from 'lucide-react/icons/undo-2'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PRESENT, type VersionLine, type VersionMark } from '#server/documents/versions/contract.ts'
import { paths } from '#server/documents/versions/paths.ts'
import { kindWords, words } from '#server/documents/versions/words.ts'

type View = {
  document: { path: string; changedAt: Instant }
  rows: VersionLine[]
  page: number
  ticked: VersionMark[]
  problem: string | null
  can: { restoreVersion: boolean }
  now: Instant
}

/** The states of a document, two of which can be ticked to be compared. Automatic ones keep in the background. */
export function VersionList({ view, base }: { view: View; base: string }) {
  const { document, rows, page, ticked, problem, can, now } = view
  return (
    <HouseForm method="get" action={base} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <div role="status">{problem && <Notice tone="achtung" title={problem} />}</div>
      <p id="ankreuzen" className="text-leise">
        Kreuzen Sie zwei Stände an, um sie zu vergleichen.
      </p>
      {page > 1 && <input type="hidden" name="seite" value={page} />}
      <ul
        aria-describedby="ankreuzen"
        className="divide-y divide-linie rounded-xl border border-linie bg-flaeche px-karte"
      >
        <Row mark={PRESENT} name={words.present} isTicked={ticked.includes(PRESENT)}>
          <Link to={document.path} prefetch="intent" className="font-semibold hover:underline">
            {words.present}
          </Link>
          <p className="text-sm text-leise">geändert {when(document.changedAt, now)}</p>
        </Row>
        {rows.map((row) => (
          <Row
            key={row.number}
            mark={row.number}
            name={row.name}
            isTicked={ticked.includes(row.number)}
            aside={can.restoreVersion && <RestoreLink row={row} />}
          >
            <VersionWords row={row} now={now} />
          </Row>
        ))}
      </ul>
      <div>
        <Button variant="secondary" icon={GitCompare} name="vergleichen" value="ja">
          Vergleichen
        </Button>
      </div>
    </HouseForm>
  )
}

function Row({
  mark,
  name,
  isTicked,
  aside,
  children,
}: {
  mark: VersionMark
  name: string
  isTicked: boolean
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 py-zeile md:flex-nowrap">
      <label className="-ml-3 flex size-11 shrink-0 items-center justify-center">
        <input
          type="checkbox"
          name="stand"
          value={mark}
          defaultChecked={isTicked}
          className="size-5"
        />
        <span className="sr-only">
          {name}
          {mark !== PRESENT && ` (Version ${mark})`} vergleichen
        </span>
      </label>
      <div className="min-w-0 flex-1">{children}</div>
      {aside && <div className="shrink-0 max-md:w-full max-md:pl-8">{aside}</div>}
    </li>
  )
}

function VersionWords({ row, now }: { row: VersionLine; now: Instant }) {
  const isNamed = row.kind === 'named'
  const by = `Version ${row.number} · ${row.author} · ${when(row.createdAt, now)}`
  return (
    <>
      <Link
        to={row.path}
        prefetch="intent"
        className={`wrap-anywhere hover:underline ${isNamed ? 'font-semibold' : 'text-sm'}`}
      >
        {row.name}
      </Link>
      <p className="text-sm text-leise">
        {by}
        {row.kind !== 'named' && ` · ${kindWords[row.kind]}`}
      </p>
    </>
  )
}

function RestoreLink({ row }: { row: VersionLine }) {
  return (
    <ButtonLink variant="tertiary" icon={Undo2} to={paths.restore(row.path)}>
      Wiederherstellen<span className="sr-only">: {row.name}</span>
    </ButtonLink>
  )
}
