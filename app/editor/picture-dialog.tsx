import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { FileField } from '#app/ui/field.tsx'
import { type Children, CHILDREN, LIMITS, PICTURES_ACCEPTED } from '#server/files/contract.ts'
import { childrenWords, refusals } from '#server/files/words.ts'
import { isWords, WordsFields, wordsIn } from './picture-fields.tsx'
import { LocalForm, OpenDialog } from './popup-frame.tsx'
import { sendPicture } from './send-picture.ts'

type Given = { editor: Editor; documentId: string; file?: File; onClose: () => void }

/** Inserts a picture: the file, what it shows or that it only decorates, and whether children can be recognised. */
export function PictureDialog({ editor, documentId, file, onClose }: Given) {
  const [part, setPart] = useState<number | null>(null)
  const stop = useRef<() => void>()
  useEffect(() => () => stop.current?.(), [])

  const handleSend = async (data: FormData) => {
    const chosen = file ?? data.get('file')
    const children = CHILDREN.find((one) => one === data.get('children'))
    const words = wordsIn(data)
    const problems = problemsOf(chosen, children)
    if (!isWords(words) || problems || !(chosen instanceof File) || !children)
      return { ...problems, ...(isWords(words) ? {} : words) }
    setPart(0)
    const sending = sendPicture({ file: chosen, children, documentId }, setPart)
    stop.current = sending.stop
    const outcome = await sending.done
    setPart(null)
    if ('errors' in outcome) return outcome.errors
    const { id, width, height } = outcome.sent
    const attrs = { file: id, ...words, width, height }
    // A picture that is selected is not replaced: the new one stands below it.
    editor
      .chain()
      .focus()
      .insertContentAt(editor.state.selection.to, { type: 'image', attrs })
      .run()
    onClose()
    return undefined
  }
  const isSending = part !== null
  return (
    <OpenDialog title="Bild einfügen" isHeld={isSending} onClose={onClose}>
      <LocalForm label="Bild einfügen" busy={isSending} onSend={handleSend} onCancel={onClose}>
        {file ? (
          <p>
            <span className="font-semibold">Bild:</span> {file.name || 'aus der Zwischenablage'}
          </p>
        ) : (
          <FileField
            name="file"
            label="Bild"
            hint="JPEG, PNG, WebP oder GIF, höchstens 25 MB. Aufnahmeort und Gerät werden entfernt."
            accept={PICTURES_ACCEPTED}
          />
        )}
        <WordsFields alt="" decorative={false} />
        <RadioBar
          name="children"
          label="Sind Kinder erkennbar?"
          choices={CHILDREN.map((value) => ({ value, label: childrenWords[value] }))}
        />
        {isSending && (
          <div className="grid gap-1">
            <label htmlFor="bild-fortschritt">Das Bild wird hochgeladen …</label>
            <progress id="bild-fortschritt" max={1} value={part} className="w-full" />
            <Button type="button" variant="tertiary" onClick={() => stop.current?.()}>
              Hochladen abbrechen
            </Button>
          </div>
        )}
      </LocalForm>
    </OpenDialog>
  )
}

/** What can be said before anything is sent. */
function problemsOf(file: unknown, children: Children | undefined) {
  const errors: Record<string, string[]> = {}
  if (!(file instanceof File) || file.size === 0) errors.file = [refusals.missing]
  else if (file.size > LIMITS.file) errors.file = [refusals.tooLarge]
  if (!children) errors.children = ['Bitte beantworten Sie die Frage: Sind Kinder erkennbar?']
  else if (children === 'unknown') errors.children = [refusals.childrenUnknown]
  return Object.keys(errors).length > 0 ? errors : undefined
}
