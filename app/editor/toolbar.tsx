import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import AtSign from 'lucide-react/icons/at-sign'
import Bold from 'lucide-react/icons/bold'
import Code from 'lucide-react/icons/code'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Image from 'lucide-react/icons/image'
import Italic from 'lucide-react/icons/italic'
import Keyboard from 'lucide-react/icons/keyboard'
import Link2 from 'lucide-react/icons/link-2'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import ListTodo from 'lucide-react/icons/list-todo'
import MessageSquarePlus from 'lucide-react/icons/message-square-plus'
import Minus from 'lucide-react/icons/minus'
import Quote from 'lucide-react/icons/quote'
import Redo2 from 'lucide-react/icons/redo-2'
import Strikethrough from 'lucide-react/icons/strikethrough'
import Table from 'lucide-react/icons/table'
import Undo2 from 'lucide-react/icons/undo-2'
import { useRef } from 'react'
import { blockEntries, blockWord } from './block-menu.ts'
import type { Popups } from './popups.ts'
import { tableEntries } from './table-menu.ts'
import { type MenuEntry, ToolButton, ToolGroup, ToolMenu, ToolRow } from './toolbar-parts.tsx'
import { canStepBack } from './undo.ts'

const ctrl = (letter: string, shift = false) => ({
  shown: `Strg+${shift ? 'Umschalt+' : ''}${letter}`,
  aria: `Control+${shift ? 'Shift+' : ''}${letter}`,
})

/** What the row of tools shows of the text; looked at after every change, so it must stay cheap. */
function standing(editor: Editor) {
  const { redo, undo } = canStepBack(editor)
  return {
    undo,
    redo,
    block: blockWord(editor),
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    bullets: editor.isActive('bulletList'),
    numbers: editor.isActive('orderedList'),
    tasks: editor.isActive('taskList'),
    image: editor.isActive('image'),
    hasNoWords: editor.state.selection.empty || editor.state.selection instanceof NodeSelection,
  }
}

/** The tools above the text. */
export function Toolbar(props: {
  editor: Editor
  popups: Popups
  canComment: boolean
  onComment: () => void
}) {
  const { editor, popups, canComment, onComment } = props
  const menus = useRef<HTMLDivElement>(null)
  const now = useEditorState({ editor, selector: () => standing(editor) })
  const run = () => editor.chain().focus()
  const backToText = () => editor.commands.focus()
  const menu = { menus, onClosed: backToText }
  return (
    <div className="relative border-t border-linie">
      <ToolRow label="Text gestalten">
        <ToolGroup>
          <ToolButton
            label="Rückgängig"
            icon={Undo2}
            keys={ctrl('Z')}
            isDisabled={!now.undo}
            onPress={() => run().undo().run()}
          />
          <ToolButton
            label="Wiederherstellen"
            icon={Redo2}
            keys={ctrl('Y')}
            isDisabled={!now.redo}
            onPress={() => run().redo().run()}
          />
        </ToolGroup>
        <ToolMenu
          {...menu}
          label={`Absatzart: ${now.block}`}
          shown={<span className="w-28 truncate text-left">{now.block}</span>}
          entries={() => blockEntries(editor)}
        />
        <ToolGroup>
          <ToolButton
            label="Fett"
            icon={Bold}
            keys={ctrl('B')}
            isPressed={now.bold}
            onPress={() => run().toggleBold().run()}
          />
          <ToolButton
            label="Kursiv"
            icon={Italic}
            keys={ctrl('I')}
            isPressed={now.italic}
            onPress={() => run().toggleItalic().run()}
          />
          <ToolButton
            label="Link"
            icon={Link2}
            keys={ctrl('K')}
            isPressed={now.link}
            onPress={() => popups.open({ kind: 'link' })}
          />
        </ToolGroup>
        <ToolGroup>
          <ToolButton
            label="Liste"
            icon={List}
            keys={ctrl('8', true)}
            isPressed={now.bullets}
            onPress={() => run().toggleBulletList().run()}
          />
          <ToolButton
            label="Nummerierte Liste"
            icon={ListOrdered}
            keys={ctrl('7', true)}
            isPressed={now.numbers}
            onPress={() => run().toggleOrderedList().run()}
          />
          <ToolButton
            label="Aufgabenliste"
            icon={ListTodo}
            keys={ctrl('9', true)}
            isPressed={now.tasks}
            onPress={() => run().toggleTaskList().run()}
          />
        </ToolGroup>
        <ToolGroup>
          <ToolMenu
            {...menu}
            label="Tabelle"
            shown={<Table className="size-5" />}
            entries={() => tableEntries(editor, popups)}
          />
          <ToolButton
            label={now.image ? 'Bildbeschreibung' : 'Bild'}
            icon={Image}
            isPressed={now.image}
            onPress={() => popups.open({ kind: now.image ? 'description' : 'picture' })}
          />
          <ToolButton
            label="Person oder Eintrag erwähnen"
            icon={AtSign}
            onPress={() => run().insertContent(atSign(editor)).run()}
          />
          {canComment && (
            <ToolButton
              label="Kommentar"
              icon={MessageSquarePlus}
              keys={{ shown: 'Strg+Alt+M', aria: 'Control+Alt+M' }}
              isDisabled={now.hasNoWords}
              onPress={onComment}
            />
          )}
          <ToolMenu
            {...menu}
            label="Weitere Werkzeuge"
            shown={<Ellipsis className="size-5" />}
            entries={() => moreEntries(editor, popups)}
          />
        </ToolGroup>
      </ToolRow>
      <div ref={menus} />
    </div>
  )
}

/** Suggestions begin where a word begins. */
function atSign({ state }: Editor): string {
  const before = state.selection.$from.nodeBefore
  const isInWord = before?.isText && !/[\s(„"]$/.test(before.text ?? '')
  return isInWord ? ' @' : '@'
}

function moreEntries(editor: Editor, popups: Popups): MenuEntry[] {
  const run = () => editor.chain().focus()
  return [
    {
      label: 'Durchgestrichen',
      detail: 'Strg+Umschalt+S',
      icon: Strikethrough,
      onPress: () => run().toggleStrike().run(),
    },
    { label: 'Code', detail: 'Strg+E', icon: Code, onPress: () => run().toggleCode().run() },
    {
      label: 'Zitat',
      detail: 'Strg+Umschalt+B',
      icon: Quote,
      onPress: () => run().toggleBlockquote().run(),
    },
    { label: 'Trennlinie', icon: Minus, onPress: () => run().setHorizontalRule().run() },
    {
      label: 'Tastenkürzel anzeigen',
      icon: Keyboard,
      onPress: () => popups.open({ kind: 'keys' }),
    },
  ]
}
