import { type Editor, Extension, InputRule } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { nearestLevel } from './heading-levels.ts'
import type { Popups } from './popups.ts'

/** The levels of the headings above the block the caret is in. Walks the blocks, so it is asked only when needed. */
export function headingsAbove({ state }: Editor): number[] {
  const own = state.selection.$from.before(1)
  const levels: number[] = []
  state.doc.forEach((node, at) => {
    if (at < own && node.type.name === 'heading') levels.push(Number(node.attrs.level))
  })
  return levels
}

/** A press below a table or picture at the end gives a line to write on; elsewhere a text needs no empty end. */
function writeBelow(view: EditorView, { clientY }: MouseEvent): boolean {
  const { doc, schema, tr } = view.state
  const last = view.dom.lastElementChild
  const isBelow = last && clientY > last.getBoundingClientRect().bottom
  if (!isBelow || !view.editable || doc.lastChild?.isTextblock) return false
  const line = schema.nodes.paragraph?.create()
  if (!line) return false
  const end = doc.content.size
  tr.insert(end, line)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView())
  view.focus()
  return true
}

/**
 * Keys and what is typed as Markdown. Headings never jump a level, however they are asked for. Tab stays in
 * tables and lists; Escape lets the next Tab out of them, so that nobody is caught (WCAG 2.1.2).
 */
export const Keys = Extension.create<{ popups: Popups; onComment: () => void }>({
  name: 'documentKeys',
  // Before the extensions whose keys these are.
  priority: 2000,
  addKeyboardShortcuts() {
    const heading = (level: number) => () => {
      const { editor } = this
      const wanted = nearestLevel(level, headingsAbove(editor))
      return editor.commands.toggleHeading({ level: wanted })
    }
    const { popups, onComment } = this.options
    const open = (popup: Parameters<Popups['open']>[0]) => () => {
      popups.open(popup)
      return true
    }
    return {
      'Mod-Alt-1': () => true,
      'Mod-Alt-2': heading(2),
      'Mod-Alt-3': heading(3),
      'Mod-Alt-4': heading(4),
      'Mod-k': open({ kind: 'link' }),
      'Mod-Alt-m': () => {
        onComment()
        return true
      },
      Enter: () => {
        if (!this.editor.isActive('image')) return false
        popups.open({ kind: 'description' })
        return true
      },
    }
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^(#{1,4})\s$/,
        handler: ({ range, match, chain }) => {
          const above = headingsAbove(this.editor)
          const level = nearestLevel(match[1]?.length ?? 2, above)
          chain().deleteRange(range).setNode('heading', { level }).run()
        },
      }),
    ]
  },
  addProseMirrorPlugins() {
    let mayLeave = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              const leaves = mayLeave && event.key === 'Tab'
              if (event.key !== 'Shift') mayLeave = event.key === 'Escape'
              // True: nobody else looks at the key, and the browser does what it does with a Tab.
              return leaves
            },
            click: (view, event) => writeBelow(view, event),
            blur: () => {
              mayLeave = false
              return false
            },
          },
        },
      }),
    ]
  },
})
