import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { LONGEST_ADDRESS } from '#server/rich-text/contract.ts'
import { addressProblem, completeAddress, wordsHint } from './link-words.ts'
import { LocalForm, OpenDialog, textOf } from './popup-frame.tsx'
import { selectedWords } from './threads.ts'

/** Sets, changes or removes a link. Its words should tell where it leads; that is a hint and no condition. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const [initial] = useState(() => wholeLink(editor))
  const [hint, setHint] = useState(() => wordsHint(initial.words))
  const handleSend = (data: FormData) => {
    const typed = textOf(data, 'address')
    const problem = addressProblem(typed)
    if (problem) return { address: [problem] }
    const href = completeAddress(typed)
    insert(editor, href, textOf(data, 'words') || typed, initial.words)
    onClose()
    return undefined
  }
  const handleRemove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run()
    onClose()
  }
  return (
    <OpenDialog title={initial.href ? 'Link ändern' : 'Link einfügen'} onClose={onClose}>
      <LocalForm
        label={initial.href ? 'Link ändern' : 'Link einfügen'}
        onSend={handleSend}
        onCancel={onClose}
        extra={
          initial.href && (
            <Button type="button" variant="secondary" onClick={handleRemove}>
              Link entfernen
            </Button>
          )
        }
      >
        <TextField
          name="address"
          label="Adresse"
          hint="Zum Beispiel www.beispiel.de oder eine E-Mail-Adresse. Aus http wird https."
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={LONGEST_ADDRESS}
          defaultValue={initial.href}
        />
        <div>
          <TextField
            name="words"
            label="Text des Links"
            hint="Sagt, was man dort findet."
            defaultValue={initial.words}
            onInput={(event) => setHint(wordsHint(event.currentTarget.value))}
          />
          <p role="status" className="pt-1 text-sm text-achtung">
            {hint}
          </p>
        </div>
      </LocalForm>
    </OpenDialog>
  )
}

function wholeLink(editor: Editor): { href: string; words: string } {
  if (editor.isActive('link')) editor.commands.extendMarkRange('link')
  const { href } = editor.getAttributes('link') as { href?: string }
  return { href: href ?? '', words: selectedWords(editor) }
}

/** Words that stay the same keep how they look; new ones take the place of the old. */
function insert(editor: Editor, href: string, words: string, before: string): void {
  const chain = editor.chain().focus()
  if (words === before && before !== '') {
    chain.setLink({ href }).run()
    return
  }
  const marks = [{ type: 'link', attrs: { href } }]
  chain.insertContent({ type: 'text', text: words, marks }).unsetMark('link').run()
}
