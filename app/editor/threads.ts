import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import type { XmlFragment } from 'yjs'
import { LIMITS } from '#server/documents/comments/contract.ts'

type Active = { thread: string | null; words: DecorationSet }
const key = new PluginKey<Active>('thread')

const threadOf = (node: Node): string[] =>
  node.marks.filter(({ type }) => type.name === 'comment').map(({ attrs }) => String(attrs.thread))

/** The thread whose words the caret is in: the innermost of several, which is the newest. */
function threadAt({ selection }: EditorState): string | null {
  const { $head } = selection
  const around = [$head.nodeBefore, $head.nodeAfter].map((node) => (node ? threadOf(node) : []))
  const [before = [], after = []] = around
  const inside = before.filter((thread) => after.includes(thread))
  return (inside.at(-1) ?? after.at(-1) ?? before.at(-1)) || null
}

function wordsOf(doc: Node, thread: string | null): DecorationSet {
  if (!thread) return DecorationSet.empty
  const found: Decoration[] = []
  doc.descendants((node, at) => {
    if (node.isText && threadOf(node).includes(thread))
      found.push(Decoration.inline(at, at + node.nodeSize, { class: 'kommentar-aktiv' }))
  })
  return DecorationSet.create(doc, found)
}

/** Tells which thread of comments the caret is in, and marks the words of the one that is looked at. */
export const Threads = Extension.create<{ onThread: (thread: string | null) => void }>({
  name: 'threads',
  addOptions: () => ({ onThread: () => undefined }),
  onSelectionUpdate() {
    const thread = threadAt(this.editor.state)
    if (thread === key.getState(this.editor.state)?.thread) return
    showThread(this.editor, thread)
    this.options.onThread(thread)
  },
  addProseMirrorPlugins: () => [
    new Plugin<Active>({
      key,
      state: {
        init: () => ({ thread: null, words: DecorationSet.empty }),
        apply(tr, { thread, words }) {
          const asked = tr.getMeta(key) as { thread: string | null } | undefined
          const wanted = asked ? asked.thread : thread
          const isSame = wanted === thread && !tr.docChanged
          return { thread: wanted, words: isSame ? words : wordsOf(tr.doc, wanted) }
        },
      },
      props: { decorations: (state) => key.getState(state)?.words },
    }),
  ],
})

export function showThread(editor: Editor, thread: string | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, { thread }).setMeta('addToHistory', false))
}

/** The selected words, as the beginning of a thread quotes them. */
export function selectedWords({ state }: Editor): string {
  const { from, to } = state.selection
  return state.doc.textBetween(from, to, ' ').replace(/\s+/g, ' ').trim()
}

const shortened = (quote: string) =>
  quote.length > LIMITS.quote.max ? `${quote.slice(0, LIMITS.quote.max - 2).trimEnd()} …` : quote

/**
 * Marks the words selected now as those of a thread. Until `begin` has made it, others may write before them
 * and shift them, so their place is kept as Yjs knows it.
 */
export async function commentSelection(
  editor: Editor,
  begin: (quote: string) => Promise<string | null>,
): Promise<void> {
  const { from, to } = editor.state.selection
  const ends = [from, to].map((at) => anchor(editor, at))
  const thread = await begin(shortened(selectedWords(editor)))
  const [start, end] = ends.map((find) => find())
  if (!thread || editor.isDestroyed || start == null || end == null || start >= end) return
  editor
    .chain()
    .setTextSelection({ from: start, to: end })
    .setMark('comment', { thread })
    .setTextSelection(end)
    .run()
}

type Binding = {
  type: XmlFragment
  mapping: Parameters<typeof absolutePositionToRelativePosition>[2]
}

function anchor(editor: Editor, at: number): () => number | null {
  const binding = () =>
    (ySyncPluginKey.getState(editor.state) as { binding: Binding } | undefined)?.binding
  const first = binding()
  if (!first) return () => at
  const place = absolutePositionToRelativePosition(at, first.type, first.mapping) as unknown
  return () => {
    const now = binding()
    if (!now?.type.doc) return null
    return relativePositionToAbsolutePosition(now.type.doc, now.type, place, now.mapping)
  }
}

/** Takes the mark of a thread away: it is done, or was deleted. */
export function removeThread(editor: Editor, thread: string): void {
  const { tr, doc } = editor.state
  doc.descendants((node, at) => {
    for (const mark of node.marks)
      if (mark.type.name === 'comment' && mark.attrs.thread === thread)
        tr.removeMark(at, at + node.nodeSize, mark)
  })
  if (tr.docChanged) editor.view.dispatch(tr)
}

/** Shows the words of a thread and puts the caret at their end. @returns false when they are gone */
export function goToThread(editor: Editor, thread: string): boolean {
  let place: { from: number; to: number } | undefined
  editor.state.doc.descendants((node, at) => {
    if (!node.isText || !threadOf(node).includes(thread)) return
    place = { from: place?.from ?? at, to: at + node.nodeSize }
  })
  if (!place) return false
  const { to } = place
  showThread(editor, thread)
  editor.chain().setTextSelection(to).scrollIntoView().run()
  return true
}
