import type { Editor } from '@tiptap/core'
import { type RefObject, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Collaboration } from './collaboration.ts'
import { useView } from './use-collaboration.ts'

type Given = { collaboration: Collaboration; editor: Editor }

/** What stands in the way of writing, in a sentence, and what one can do with the words that are here. */
export function Notices(given: Given) {
  const { collaboration } = given
  const hasEnded = useView(collaboration, (view) => view.hasEnded)
  const mayWrite = useView(collaboration, (view) => view.mayWrite)
  const problem = useView(collaboration, (view) => view.problem)
  const pending = useView(collaboration, (view) => view.pending)
  return (
    <div role="alert" className="mb-4 grid gap-2 empty:hidden">
      {hasEnded && (
        <Notice
          tone="stopp"
          title="Sie können dieses Dokument nicht mehr bearbeiten."
          action={<CopyText {...given} />}
        >
          {pending > 0
            ? 'Ihre letzten Änderungen sind nicht gespeichert. Kopieren Sie den Text, wenn Sie ihn noch brauchen. Danach laden Sie die Seite bitte neu.'
            : 'Ihr Zugang hat sich geändert, oder das Dokument ist nicht mehr da. Bitte laden Sie die Seite neu.'}
        </Notice>
      )}
      {!hasEnded && !mayWrite && (
        <Notice tone="achtung" title="Sie können dieses Dokument nur lesen.">
          Was Sie hier schreiben, wird nicht gespeichert.
        </Notice>
      )}
      {problem === 'invalid' && (
        <Notice tone="achtung" title="Der Text enthält etwas, das hier nicht vorgesehen ist.">
          Wer das Dokument liest, sieht den letzten Stand davor. Machen Sie die letzten Schritte
          rückgängig, oder laden Sie die Seite neu.
        </Notice>
      )}
      {problem === 'full' && (
        <Notice tone="stopp" title="Das Dokument ist zu lang." action={<CopyText {...given} />}>
          Neue Änderungen werden nicht mehr gespeichert. Bitte kürzen Sie den Text, oder beginnen
          Sie ein zweites Dokument.
        </Notice>
      )}
    </div>
  )
}

function CopyText({ editor }: Given) {
  const [shown, setShown] = useState<{ text: string; isCopied: boolean } | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const handleCopy = async () => {
    const text = editor.getText({ blockSeparator: '\n\n' })
    setShown({ text, isCopied: await copy(text, field) })
  }
  return (
    <div className="grid gap-2">
      <div>
        <Button type="button" variant="secondary" onClick={() => void handleCopy()}>
          Text kopieren
        </Button>
      </div>
      <p role="status">{shown?.isCopied && 'Der Text ist in der Zwischenablage.'}</p>
      {shown && !shown.isCopied && (
        <textarea
          ref={field}
          readOnly
          aria-label="Text zum Kopieren"
          rows={6}
          value={shown.text}
          onFocus={(event) => event.currentTarget.select()}
          className="w-full rounded-lg border border-rand bg-flaeche p-2"
        />
      )}
    </div>
  )
}

/** A browser may refuse the clipboard; then the text is shown, to be copied by hand. */
async function copy(text: string, field: RefObject<HTMLTextAreaElement>): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    requestAnimationFrame(() => field.current?.focus())
    return false
  }
}
