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

/** Events after which, and before which, the caret may stand elsewhere. */
const ACTS = ['mouseup', 'click', 'touchend', 'keydown', 'keyup'] as const

/**
 * Keeps the caret where it is while words of others come in. Two things would carry it off, and one would go on
 * writing in somebody else's line:
 *
 * - Where one has just put the caret the browser tells the editor a frame later only, on a slow tablet a tenth of a
 *   second. Whatever the editor draws meanwhile, words or carets of others, would put it back where it was. So it is
 *   read as soon as the hand has done it, before the next key, and before anything of others is drawn.
 * - y-tiptap (3.0.6 to 3.0.9) looks for the line by its words after each change, for the sake of blocks that are
 *   dragged. Of two empty lines it takes the wrong one. Without the numbers it compares it keeps to what Yjs says.
 */
export const ownCaret = ({ provider, doc }: Collaboration) =>
  Extension.create({
    name: 'ownCaret',
    // Before the carets of others, which are drawn in a timer of their own after each change of one.
    priority: 2000,
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const read = () => (view as Observing).domObserver.flush()
          const keep = () => {
            const { binding } = (ySyncPluginKey.getState(view.state) ?? {}) as Bound
            const selection = binding?.beforeTransactionSelection
            if (selection) Object.assign(selection, { absAnchor: null, absHead: null })
          }
          const readSoon = () => void setTimeout(read, 0)
          for (const act of ACTS) view.dom.addEventListener(act, read, { capture: true })
          provider.on('message', read)
          provider.awareness?.on('change', readSoon)
          doc.on('beforeTransaction', keep)
          return {
            destroy: () => {
              for (const act of ACTS) view.dom.removeEventListener(act, read, { capture: true })
              provider.awareness?.off('change', readSoon)
              provider.off('message', read)
              doc.off('beforeTransaction', keep)
            },
          }
        },
      }),
    ],
  })
