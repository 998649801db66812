import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import ChevronRight from 'lucide-react/icons/chevron-right'
import MoveVertical from 'lucide-react/icons/move-vertical'
import PencilLine from 'lucide-react/icons/pencil-line'
import Minus from 'lucide-react/icons/minus'
import Plus from 'lucide-react/icons/plus'
import type { LucideIcon } from 'lucide-react'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { JumpLink } from '#app/ui/jump-link.tsx'
import { type SafeHtml, StoredHtml } from '#app/ui/stored-html.tsx'
import type { ChangeKind, Section, ShownChange } from '#server/rich-text/comparison/contract.ts'
import { changeWords, sectionWords, unchangedWords } from '#server/rich-text/comparison/words.ts'

/** Words that came and went: a line and a colour for the eyes, a hidden word for who listens. */
const LOOK = [
  'dokument max-w-none',
  '[&_ins]:bg-ok-zart [&_ins]:decoration-ok [&_ins]:decoration-2 [&_ins]:underline-offset-2',
  '[&_del]:mr-0.5 [&_del]:bg-stopp-zart [&_del]:decoration-stopp [&_del]:decoration-2',
  '[&_:is(ins,del):has(img)]:block [&_:is(ins,del):has(img)]:p-2',
  '[&_.anders]:border-b-2 [&_.anders]:border-dashed [&_.anders]:border-achtung',
  '[&_.ueberschrift]:font-bold [&_.stufe-2]:text-xl [&_.stufe-3]:text-lg',
  '[&_td.neu]:bg-ok-zart [&_th.neu]:bg-ok-zart [&_td.weg]:bg-stopp-zart [&_th.weg]:bg-stopp-zart',
  '[&_.gefaltet]:text-sm [&_.gefaltet]:text-leise',
  '[&_.einzug-1]:ml-6 [&_.einzug-2]:ml-12 [&_.einzug-3]:ml-18',
  '[&_:is(.einzug-4,.einzug-5,.einzug-6)]:ml-24',
].join(' ')

/** A comparison from top to bottom: what stayed is folded, every change says what it is. */
export function CompareText({ sections, total }: { sections: Section<SafeHtml>[]; total: number }) {
  const numbers = sections.flatMap((one) => (one.kind === 'same' ? [] : [one.at]))
  const isHere = (number: number) => numbers.includes(number)
  return (
    <div className="grid gap-3">
      {sections.map((one, at) =>
        one.kind === 'same' ? (
          <Unchanged key={`gleich-${at}`} count={one.count} html={one.html} />
        ) : (
          <Change
            key={one.at}
            change={one}
            total={total}
            before={isHere(one.at - 1) ? one.at - 1 : undefined}
            after={isHere(one.at + 1) ? one.at + 1 : undefined}
          />
        ),
      )}
    </div>
  )
}

function Unchanged({ count, html }: { count: number; html: SafeHtml }) {
  return (
    <details className="group rounded-xl border border-dashed border-linie px-karte">
      <summary className="flex min-h-11 items-center gap-2 text-leise">
        <ChevronRight className="size-5 shrink-0 group-open:rotate-90" />
        {unchangedWords(count)}
      </summary>
      <StoredHtml html={html} className={`pb-karte ${LOOK}`} />
    </details>
  )
}

const KINDS: Record<ChangeKind, { tone: Tone; icon: LucideIcon }> = {
  changed: { tone: 'aktion', icon: PencilLine },
  added: { tone: 'ok', icon: Plus },
  removed: { tone: 'stopp', icon: Minus },
  moved: { tone: 'offen', icon: MoveVertical },
}

type Neighbours = { before: number | undefined; after: number | undefined }

function Change({
  change,
  total,
  before,
  after,
}: { change: ShownChange<SafeHtml>; total: number } & Neighbours) {
  const { kind, at, count, under, notes } = change
  const where = [count > 1 && sectionWords(count), under && `unter „${under}“`].filter(Boolean)
  const id = `aenderung-${at}`
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-xl border border-linie bg-flaeche p-karte"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} tabIndex={-1} className="text-base">
          Änderung {at} von {total}
        </h2>
        <Badge {...KINDS[kind]}>{changeWords[kind]}</Badge>
        {where.length > 0 && (
          <p className="text-sm wrap-anywhere text-leise">{where.join(' · ')}</p>
        )}
        <Jumps before={before} after={after} />
      </div>
      {notes.map((note) => (
        <p key={note} className="text-sm text-leise">
          {note}
        </p>
      ))}
      <div className="mt-2">
        <Texts change={change} />
      </div>
    </section>
  )
}

const JUMP = 'inline-flex size-11 items-center justify-center rounded-lg hover:bg-mulde'

function Jumps({ before, after }: Neighbours) {
  return (
    <p className="ml-auto flex print:hidden">
      {before !== undefined && (
        <JumpLink target={`aenderung-${before}`} className={JUMP}>
          <ArrowUp className="size-5" />
          <span className="sr-only">Vorige Änderung</span>
        </JumpLink>
      )}
      {after !== undefined && (
        <JumpLink target={`aenderung-${after}`} className={JUMP}>
          <ArrowDown className="size-5" />
          <span className="sr-only">Nächste Änderung</span>
        </JumpLink>
      )}
    </p>
  )
}

function Texts({ change }: { change: ShownChange<SafeHtml> }) {
  if ('html' in change) return <StoredHtml html={change.html} className={LOOK} />
  return (
    <div className="grid gap-4 lg:grid-cols-2 lg:gap-6">
      <Half word="Vorher" html={change.before} />
      <Half word="Nachher" html={change.after} />
    </div>
  )
}

function Half({ word, html }: { word: string; html: SafeHtml }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-sm text-leise">{word}</p>
      {html ? (
        <StoredHtml html={html} className={LOOK} />
      ) : (
        <p className="text-leise">Steht hier nicht.</p>
      )}
    </div>
  )
}
