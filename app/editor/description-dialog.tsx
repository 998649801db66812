import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { isWords, type Words, WordsFields, wordsIn } from './picture-fields.tsx'
import { LocalForm, OpenDialog } from './popup-frame.tsx'

/** Changes what is said about the selected picture. */
export function DescriptionDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [words] = useState(() => editor.getAttributes('image') as Words)
  const handleSend = (data: FormData) => {
    const given = wordsIn(data)
    if (!isWords(given)) return given
    editor.chain().focus().updateAttributes('image', given).run()
    onClose()
    return undefined
  }
  return (
    <OpenDialog title="Bildbeschreibung" onClose={onClose}>
      <LocalForm label="Übernehmen" onSend={handleSend} onCancel={onClose}>
        <WordsFields alt={words.alt} decorative={words.decorative} />
      </LocalForm>
    </OpenDialog>
  )
}
