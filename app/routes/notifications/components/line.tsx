import { Button } from '#app/ui/button.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { BellLine } from '#server/notifications/contract.ts'

/**
 * One line of the bell. Following an unread one marks it as read, so it is a form; a read one is a plain link.
 */
export function Line({ line, now, reply }: { line: BellLine; now: Instant; reply: Reply }) {
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-4 py-zeile pl-5 md:flex-nowrap">
      {!line.isRead && (
        <span
          aria-hidden="true"
          className="absolute top-[1.9rem] left-0 size-2.5 rounded-full border border-transparent bg-aktion"
        />
      )}
      <div className="min-w-0">
        {line.isRead ? (
          <Link
            to={line.path}
            prefetch="intent"
            className="inline-flex min-h-11 items-center hover:underline"
          >
            {line.sentence}
          </Link>
        ) : (
          <OpenForm line={line} reply={reply} />
        )}
        <p className="text-sm text-leise">
          {line.context && `${line.context} · `}
          {when(line.at, now)}
        </p>
      </div>
      {!line.isRead && (
        <HouseForm reply={reply} className="-ml-1 shrink-0">
          <input type="hidden" name="intent" value="read" />
          <Button variant="tertiary" name="line" value={line.id}>
            Gelesen
            <span className="sr-only">: {line.sentence}</span>
          </Button>
        </HouseForm>
      )}
    </li>
  )
}

function OpenForm({ line, reply }: { line: BellLine; reply: Reply }) {
  return (
    <HouseForm reply={reply}>
      <input type="hidden" name="intent" value="open" />
      <button
        name="line"
        value={line.id}
        className="min-h-11 rounded-lg py-2 text-left font-semibold hover:underline"
      >
        <span className="sr-only">Ungelesen: </span>
        {line.sentence}
      </button>
    </HouseForm>
  )
}
