import { plural } from '#app/ui/format.ts'
import type { Collaboration } from './collaboration.ts'
import { useView } from './use-collaboration.ts'

/** Who has the document open for writing now, by name; each with the colour of their caret. */
export function CoEditors({ collaboration, name }: { collaboration: Collaboration; name: string }) {
  const others = useView(collaboration, (view) => view.others)
  if (others.length === 0) return <p className="text-sm text-leise">Nur Sie schreiben gerade.</p>
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm">
      <p className="text-leise" id="mitschreibende">
        {plural(others.length, 'Person schreibt', 'Personen schreiben')} mit:
      </p>
      <ul aria-labelledby="mitschreibende" className="flex flex-wrap gap-x-3">
        {others.map((other) => (
          <li key={other.name} className="inline-flex items-center gap-1.5 font-semibold">
            <span
              aria-hidden="true"
              className={`schreibfarbe-${other.colour} size-3 shrink-0 rounded-full bg-(--schreibfarbe)`}
            />
            {other.name === name ? 'Sie in einem anderen Fenster' : other.name}
          </li>
        ))}
      </ul>
    </div>
  )
}
