import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Settings2 from 'lucide-react/icons/settings-2'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import type { ChapterLine } from '#server/concepts/chapters/contract.ts'
import { paths } from '#server/concepts/chapters/paths.ts'
import type { ChapterState } from '#server/concepts/contract.ts'
import { chapterStateNames, visibilityNames } from '#server/concepts/words.ts'

const TONES: Record<ChapterState, Tone> = { empty: 'offen', in_progress: 'aktion', done: 'ok' }

type Line = Omit<ChapterLine, 'changedAt'>

/** A chapter in the list: what it is, who cares for it, and where it stands. */
export function ChapterRow({
  chapter,
  school,
  place: { at, isLast },
  canWrite,
  isOpen,
}: {
  chapter: Line
  school: string
  place: { at: number; isLast: boolean }
  canWrite: boolean
  isOpen: boolean
}) {
  const { title, state, responsible, visibility, firstWords, number, path } = chapter
  const facts = [responsible?.name ?? 'Niemand zuständig', visibilityNames[visibility]]
  const look = 'font-semibold wrap-anywhere hover:underline aria-[current]:underline'
  return (
    <li className="py-zeile">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-48">
          <span className="text-leise">{at + 1} </span>
          {/* Beside the list where there is room for both, else on its own page. */}
          <Link to={path} prefetch="intent" className={`${look} lg:hidden`}>
            {title}
          </Link>
          <Link
            to={paths.open(school, number)}
            preventScrollReset
            aria-current={isOpen ? 'true' : undefined}
            className={`${look} max-lg:hidden`}
          >
            {title}
          </Link>
        </p>
        <Badge tone={TONES[state]}>{chapterStateNames[state]}</Badge>
      </div>
      <p className="text-sm text-leise">{facts.join(' · ')}</p>
      {firstWords && <p className="mt-1 line-clamp-2 text-sm wrap-anywhere">{firstWords}</p>}
      {canWrite && (
        <div className="mt-1 flex flex-wrap items-center gap-1">
          <MoveForm chapter={chapter} at={at} isLast={isLast} />
          <ButtonLink variant="tertiary" icon={Settings2} to={paths.chapter(school, number)}>
            Angaben<span className="sr-only"> zu {title}</span>
          </ButtonLink>
          <ButtonLink variant="tertiary" to={paths.templates(school, number)}>
            Vorlagen und Beispiele<span className="sr-only"> für {title}</span>
          </ButtonLink>
        </div>
      )}
    </li>
  )
}

function MoveForm({ chapter, at, isLast }: { chapter: Line; at: number; isLast: boolean }) {
  const { id, title } = chapter
  return (
    <HouseForm preventScrollReset className="flex gap-1">
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="chapter" value={id} />
      <input type="hidden" name="position" value={at} />
      {at > 0 && (
        <Button variant="tertiary" icon={ArrowUp} name="to" value="up" className="min-w-11">
          <span className="sr-only">{title} nach oben</span>
        </Button>
      )}
      {!isLast && (
        <Button variant="tertiary" icon={ArrowDown} name="to" value="down" className="min-w-11">
          <span className="sr-only">{title} nach unten</span>
        </Button>
      )}
    </HouseForm>
  )
}
