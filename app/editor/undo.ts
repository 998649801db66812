import type { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

/** Are there own changes to take back, or to do again? Those of others are theirs. */
export function canStepBack({ state }: Editor): { undo: boolean; redo: boolean } {
  const known = yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined
  const { undoStack = [], redoStack = [] } = known?.undoManager ?? {}
  return { undo: undoStack.length > 0, redo: redoStack.length > 0 }
}
