import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Collaboration } from './collaboration.ts'

/** Parts of every view and of its binding to Yjs, though not of their types. */
type Observing = EditorView & { domObserver: { flush: () => void } }
type Bound = {
  binding?: {
    beforeTransactionSelection: { absAnchor: number | null; absHead: number | null } | null
  }
}

/**
 * Keeps the caret where it is while words of others come in. Two things would carry it off, and one would go on
 * writing in somebody else's line:
 *
 * - What one has just done in the window, a click into another line for instance, the browser tells the editor a
 *   frame later only. So it is read before words of others are put in.
 * - y-tiptap (3.0.6 to 3.0.9) looks for the line by its words after each change, for the sake of blocks that are
 *   dragged. Of two empty lines it takes the wrong one. Without the numbers it compares it keeps to what Yjs says.
 */
export const ownCaret = ({ provider, doc }: Collaboration) =>
  Extension.create({
    name: 'ownCaret',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const read = () => (view as Observing).domObserver.flush()
          const keep = () => {
            const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as Bound
            const selection = binding?.beforeTransactionSelection
            if (selection) Object.assign(selection, { absAnchor: null, absHead: null })
          }
          provider.on('message', read)
          doc.on('beforeTransaction', keep)
          return {
            destroy: () => {
              provider.off('message', read)
              doc.off('beforeTransaction', keep)
            },
          }
        },
      }),
    ],
  })
