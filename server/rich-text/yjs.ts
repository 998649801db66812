import {
  prosemirrorJSONToYDoc,
  updateYFragment,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type CheckedContent, checkContent, schema } from './check.ts'
import { emptyContent, FRAGMENT } from './contract.ts'

/**
 * The text of a shared document.
 *
 * @throws BadContent when a client wrote into it what is no text of ours
 */
export function contentOf(doc: Y.Doc): CheckedContent {
  const fragment = doc.getXmlFragment(FRAGMENT)
  return checkContent(
    fragment.length === 0 ? emptyContent() : yXmlFragmentToProsemirrorJSON(fragment),
  )
}

/** The first state of a new document. */
export function stateOf(content: CheckedContent): Uint8Array {
  const doc = prosemirrorJSONToYDoc(schema, content, FRAGMENT)
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

/** A document from its state and what was journalled since. Broken pieces are left out and counted. */
export function docFrom(state: Uint8Array, updates: Uint8Array[]): { doc: Y.Doc; broken: number } {
  const doc = new Y.Doc()
  let broken = 0
  doc.transact(() => {
    for (const update of [state, ...updates])
      try {
        Y.applyUpdate(doc, update)
      } catch {
        broken += 1
      }
  })
  return { doc, broken }
}

/**
 * Makes the document say this instead, touching only what differs: what others type elsewhere meanwhile stays.
 *
 * @returns the change, to be journalled; null when there is none
 */
export function changeTo(doc: Y.Doc, content: CheckedContent): Uint8Array | null {
  const before = Y.encodeStateVector(doc)
  let changed = false
  const notice = () => {
    changed = true
  }
  doc.on('update', notice)
  doc.transact(() => {
    updateYFragment(doc, doc.getXmlFragment(FRAGMENT), schema.nodeFromJSON(content), {
      mapping: new Map(),
      isOMark: new Map(),
    })
  })
  doc.off('update', notice)
  return changed ? Y.encodeStateAsUpdate(doc, before) : null
}

/** Is this an update that Yjs can read at all? Asked before anything of it is kept. */
export function isReadable(update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    return true
  } catch {
    return false
  }
}
