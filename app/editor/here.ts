import { Extension } from '@tiptap/core'
import { type EditorState, Plugin } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** The block at the top of the text that the caret is in. */
function blockHere({ doc, selection }: EditorState): DecorationSet {
  const { $head } = selection
  const at = $head.depth > 0 ? $head.before(1) : selection.from
  const block = doc.nodeAt(at)
  if (!block) return DecorationSet.empty
  return DecorationSet.create(doc, [Decoration.node(at, at + block.nodeSize, { class: 'hier' })])
}

/**
 * Blocks far from the window are not laid out (content-visibility in document.css), and a new one counts as far
 * until the next frame. Chromium puts what is typed before that into another block. So the block with the caret
 * is always laid out, from the moment it is there.
 */
export const Here = Extension.create({
  name: 'here',
  addProseMirrorPlugins: () => [new Plugin({ props: { decorations: blockHere } })],
})
