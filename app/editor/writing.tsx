import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createCards } from './cards.ts'
import { CoEditors } from './co-editors.tsx'
import type { Collaboration } from './collaboration.ts'
import type { EditorProps } from './editor-props.ts'
import { editorExtensions } from './extensions.ts'
import { insertBlocks } from './insert.ts'
import { LeaveWarning } from './leave-warning.tsx'
import { Notices } from './notices.tsx'
import { PopupHint, PopupRoom } from './popup-room.tsx'
import { createPopups } from './popups.ts'
import { StatusChip } from './status-chip.tsx'
import { SuggestList } from './suggest-list.tsx'
import { createSuggestStore } from './suggest.ts'
import { commentSelection, goToThread, removeThread, selectedWords, showThread } from './threads.ts'
import { Toolbar } from './toolbar.tsx'
import { useView } from './use-collaboration.ts'

type Given = EditorProps & { collaboration: Collaboration }

/** The text with its tools. Nothing here is made anew when somebody types. */
export function Writing(props: Given) {
  const { collaboration, documentId, name, canComment = false } = props
  const mayWrite = useView(collaboration, (view) => view.mayWrite)
  const [popups] = useState(createPopups)
  const [suggestions] = useState(createSuggestStore)
  const latest = useRef(props)
  useEffect(() => {
    latest.current = props
  })
  const host = useRef<Editor | null>(null)
  const comment = useMemo(() => () => void beginThread(host.current, latest.current), [])
  const [extensions] = useState(() =>
    editorExtensions({
      collaboration,
      popups,
      suggestions,
      cards: createCards(),
      home: props.home,
      onThread: (thread) => latest.current.onThread?.(thread),
      onComment: comment,
    }),
  )
  const editor = useEditor({
    extensions,
    injectCSS: false,
    immediatelyRender: true,
    editorProps: { attributes: ({ doc }) => attributesFor(doc) },
  })
  host.current = editor
  useApi(editor, props.apiRef, comment)
  useKeys(latest, editor)
  useEffect(() => {
    if (editor.isEditable !== mayWrite) editor.setEditable(mayWrite)
  }, [editor, mayWrite])

  return (
    <section
      aria-label="Editor"
      className="rounded-xl border border-linie bg-flaeche print:border-0"
    >
      <div className="sticky top-14 z-10 rounded-t-xl border-b border-linie bg-flaeche print:hidden">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-1.5">
          <StatusChip collaboration={collaboration} />
          {mayWrite && <CoEditors collaboration={collaboration} name={name} />}
        </div>
        {mayWrite && (
          <Toolbar {...{ editor, popups }} canComment={canComment} onComment={comment} />
        )}
        <PopupHint popups={popups} />
      </div>
      <div className="relative p-karte">
        <Notices collaboration={collaboration} editor={editor} />
        <EditorContent editor={editor} />
        <SuggestList store={suggestions} host={editor.view.dom} />
      </div>
      <PopupRoom popups={popups} editor={editor} documentId={documentId} />
      <LeaveWarning collaboration={collaboration} />
    </section>
  )
}

const ATTRIBUTES = {
  'aria-label': 'Text des Dokuments',
  'aria-multiline': 'true',
  role: 'textbox',
  lang: 'de',
}

function attributesFor({ childCount, firstChild }: Node): Record<string, string> {
  const isEmpty =
    childCount === 1 && firstChild?.type.name === 'paragraph' && !firstChild.childCount
  return { ...ATTRIBUTES, class: `prose dokument schreibflaeche${isEmpty ? ' leer' : ''}` }
}

async function beginThread(editor: Editor | null, { canComment, newThread }: EditorProps) {
  if (!editor || !canComment || !newThread || !selectedWords(editor)) return
  await commentSelection(editor, newThread)
}

function useApi(editor: Editor, ref: EditorProps['apiRef'], comment: () => void): void {
  useEffect(() => {
    if (!ref) return undefined
    ref.current = {
      goToThread: (thread) => goToThread(editor, thread),
      showThread: (thread) => showThread(editor, thread),
      removeThread: (thread) => removeThread(editor, thread),
      comment,
      insert: (blocks) => insertBlocks(editor, blocks),
      focus: () => void editor.commands.focus(),
    }
    return () => {
      ref.current = null
    }
  }, [editor, ref, comment])
}

/** Keys of the whole page while the editor is there: they work from the tools and the comments, too. */
function useKeys(latest: { current: EditorProps }, editor: Editor): void {
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key === 's'
      if (isSave) {
        event.preventDefault()
        latest.current.onKeepVersion?.()
      }
      if (event.altKey && event.key === 'F10' && editor.view.hasFocus()) {
        event.preventDefault()
        editor.view.dom
          .closest('section')
          ?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')
          ?.focus()
      }
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [latest, editor])
}
