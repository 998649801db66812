import FileText from 'lucide-react/icons/file-text'
import Undo2 from 'lucide-react/icons/undo-2'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { type Instant, when } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import type { DocumentLine } from '#server/documents/contract.ts'

type Row = DocumentLine & { canRestore: boolean }

/** A document in a list: title, whose it is, when it was changed, its first words. */
export function DocumentRow({
  row,
  now,
  showsFolder,
}: {
  row: Row
  now: Instant
  showsFolder: boolean
}) {
  const facts = [
    `geändert ${when(row.changedAt, now)}`,
    `angelegt von ${row.author}`,
    showsFolder && row.folder && `Ordner „${row.folder}“`,
  ]
  return (
    <li className="relative flex gap-3 py-zeile">
      <FileText className="mt-0.5 size-5 shrink-0 text-leise" />
      <div className="min-w-0 grow">
        {row.deletedAt ? (
          <p className="font-semibold">{row.title}</p>
        ) : (
          <Link
            to={row.path}
            prefetch="intent"
            className="font-semibold after:absolute after:inset-0 hover:underline"
          >
            {row.title}
          </Link>
        )}
        <p className="text-sm text-leise">{facts.filter(Boolean).join(' · ')}</p>
        {row.firstWords && <p className="line-clamp-2 text-sm">{row.firstWords}</p>}
        {row.isTemplate && (
          <p className="pt-0.5">
            <Badge tone="aktion">Vorlage</Badge>
          </p>
        )}
        {row.deletedAt && row.canRestore && (
          <HouseForm className="mt-2">
            <input type="hidden" name="document" value={row.number} />
            <Button variant="secondary" icon={Undo2} name="intent" value="restoreDocument">
              Wiederherstellen
            </Button>
          </HouseForm>
        )}
      </div>
    </li>
  )
}
