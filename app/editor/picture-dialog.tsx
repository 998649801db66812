import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { freshKey, NotSent, sendFile } from '#app/files/send-file.ts'
import { SendProgress } from '#app/files/send-progress.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { FieldErrors } from '#app/ui/field-frame.tsx'
import { FileField } from '#app/ui/field.tsx'
import { useField } from '#app/ui/form-context.ts'
import { type Children, CHILDREN, PICTURES_ACCEPTED, type Sent } from '#server/files/contract.ts'
import { childrenWords, refusals } from '#server/files/words.ts'
import { isWords, type Words, WordsFields, wordsIn } from './picture-fields.tsx'
import { LocalForm, OpenDialog } from './popup-frame.tsx'

type Given = { editor: Editor; documentId: string; file?: File; onClose: () => void }

/** Inserts a picture: the file, what it shows or that it only decorates, and whether children can be recognised. */
export function PictureDialog({ editor, documentId, file, onClose }: Given) {
  const [share, setShare] = useState<number | null>(null)
  const keys = useRef(new Map<File, string>())
  const stop = useRef<AbortController>()
  useEffect(() => () => stop.current?.abort(), [])

  const send = (chosen: File, children: Children): Promise<Sent> => {
    stop.current = new AbortController()
    setShare(0)
    return sendFile({
      to: { thingKind: 'document', thingId: documentId },
      file: chosen,
      children,
      clientKey: keyFor(keys.current, chosen),
      onProgress: setShare,
      signal: stop.current.signal,
    })
  }
  const handleSend = async (data: FormData) => {
    const chosen = file ?? data.get('file')
    const children = CHILDREN.find((one) => one === data.get('children'))
    const words = wordsIn(data)
    const problems = problemsOf(chosen, children)
    if (!isWords(words) || problems || !(chosen instanceof File) || !children)
      return { ...problems, ...(isWords(words) ? {} : words) }
    try {
      insertPicture(editor, await send(chosen, children), words)
    } catch (error) {
      if (!(error instanceof NotSent)) throw error
      return { [error.field || 'file']: [error.message] }
    } finally {
      setShare(null)
    }
    onClose()
    return undefined
  }
  const isSending = share !== null
  return (
    <OpenDialog title="Bild einfügen" isHeld={isSending} onClose={onClose}>
      <LocalForm label="Bild einfügen" busy={isSending} onSend={handleSend} onCancel={onClose}>
        {file ? (
          <ChosenFile name={file.name || 'aus der Zwischenablage'} />
        ) : (
          <FileField
            name="file"
            label="Bild"
            hint="JPEG, PNG, WebP oder GIF, höchstens 25 MB. Aufnahmeort und Gerät werden entfernt."
            accept={PICTURES_ACCEPTED}
          />
        )}
        <WordsFields alt="" decorative={false} />
        <RadioRows
          name="children"
          label="Sind Kinder erkennbar?"
          choices={CHILDREN.map((value) => ({ value, label: childrenWords[value] }))}
        />
        {isSending && (
          <SendProgress
            state={{ is: 'sending', name: file?.name || 'Bild', share }}
            onStop={() => stop.current?.abort()}
          />
        )}
      </LocalForm>
    </OpenDialog>
  )
}

/** A file that came by pasting or dropping; what is wrong with it stands where its field would be. */
function ChosenFile({ name }: { name: string }) {
  const { id, errors } = useField('file')
  return (
    <div id={id} tabIndex={-1}>
      <p className="wrap-anywhere">
        <span className="font-semibold">Bild:</span> {name}
      </p>
      <FieldErrors id={id} errors={errors} />
    </div>
  )
}

/** A picture that is selected is not replaced: the new one stands below it. */
function insertPicture(editor: Editor, { id, width, height }: Sent, words: Words): void {
  const attrs = { file: id, ...words, width, height }
  const { to } = editor.state.selection
  editor.chain().focus().insertContentAt(to, { type: 'image', attrs }).run()
}

/** The same file again is the same act; another one is another. */
function keyFor(keys: Map<File, string>, file: File): string {
  const key = keys.get(file) ?? freshKey()
  keys.set(file, key)
  return key
}

/** What can be said before anything is sent. */
function problemsOf(file: unknown, children: Children | undefined) {
  const errors: Record<string, string[]> = {}
  if (!(file instanceof File) || file.size === 0) errors.file = [refusals.missing]
  if (!children) errors.children = ['Bitte beantworten Sie die Frage: Sind Kinder erkennbar?']
  else if (children === 'unknown') errors.children = [refusals.childrenUnknown]
  return Object.keys(errors).length > 0 ? errors : undefined
}
