import type { Editor } from '@tiptap/core'
import X from 'lucide-react/icons/x'
import { DescriptionDialog } from './description-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { type Popups, usePopups } from './popups.ts'
import { TableDialog } from './table-dialog.tsx'

type Given = { popups: Popups; editor: Editor; documentId: string }

/** The dialog that is open, if any. When it closes one writes on where one was. */
export function PopupRoom({ popups, editor, documentId }: Given) {
  const { popup } = usePopups(popups)
  const handleClose = () => {
    popups.close()
    editor.commands.focus()
  }
  const given = { editor, onClose: handleClose }
  switch (popup?.kind) {
    case 'link':
      return <LinkDialog {...given} />
    case 'table':
      return <TableDialog {...given} />
    case 'picture':
      return <PictureDialog {...given} documentId={documentId} file={popup.file} />
    case 'description':
      return <DescriptionDialog {...given} />
    case 'keys':
      return <KeysDialog onClose={handleClose} />
    case undefined:
      return null
  }
}

/** A sentence about what was just done, for instance that a pasted picture was left out. */
export function PopupHint({ popups }: { popups: Popups }) {
  const { hint } = usePopups(popups)
  return (
    <div role="status">
      {hint && (
        <p className="flex items-center gap-2 border-t border-linie bg-achtung-zart px-3 text-sm">
          <span className="min-w-0 flex-1 py-2">{hint}</span>
          <button
            type="button"
            onClick={() => popups.hint(null)}
            className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-lg hover:bg-mulde"
          >
            <X className="size-5" />
            <span className="sr-only">Hinweis schließen</span>
          </button>
        </p>
      )}
    </div>
  )
}
