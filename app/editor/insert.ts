import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'
import type { Content } from '#server/rich-text/contract.ts'

/**
 * Puts whole blocks beside the one that the caret is in: nothing that stands there is replaced, and the step back
 * takes exactly these out again.
 *
 * @returns false when nothing may be written
 */
export function insertBlocks(editor: Editor, blocks: Content[]): boolean {
  if (!editor.isEditable || blocks.length === 0) return false
  const undo = undoOf(editor)
  undo?.stopCapturing()
  const isIn = editor.chain().insertContentAt(placeFor(editor.state), blocks).scrollIntoView().run()
  undo?.stopCapturing()
  return isIn
}

/** Behind the block with the caret; before it when that is empty, or when the caret is at the very beginning. */
export function placeFor({ selection: { $from } }: EditorState): number {
  if ($from.depth === 0) return $from.pos
  const isAtStart = $from.index(0) === 0 && $from.pos === $from.start()
  const isEmpty = $from.node(1).textContent === '' && $from.node(1).isTextblock
  return isAtStart || isEmpty ? $from.before(1) : $from.after(1)
}

const undoOf = ({ state }: Editor) =>
  (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager
