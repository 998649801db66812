import {
  prosemirrorJSONToYDoc,
  updateYFragment,
  yXmlFragmentToProsemirrorJSON,
} from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { BadContent, type CheckedContent, checkContent, schema } from './check.ts'
import { emptyContent, FRAGMENT } from './contract.ts'

/**
 * The text of a shared document.
 *
 * @throws BadContent when a client wrote into it what is no text of ours
 */
export function contentOf(doc: Y.Doc): CheckedContent {
  return checkContent(jsonOf(doc.getXmlFragment(FRAGMENT)))
}

/** Yjs can hold what is no text at all, at which the way to JSON simply breaks. */
function jsonOf(fragment: Y.XmlFragment): unknown {
  if (fragment.length === 0) return emptyContent()
  try {
    return yXmlFragmentToProsemirrorJSON(fragment)
  } catch (error) {
    throw new BadContent(error instanceof Error ? error.message.slice(0, 200) : 'no text')
  }
}

/** The first state of a new document. */
export function stateOf(content: CheckedContent): Uint8Array {
  const doc = prosemirrorJSONToYDoc(schema, content, FRAGMENT)
  seedTexts(doc.getXmlFragment(FRAGMENT))
  const state = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

/**
 * Gives every empty block its text. Without one, two who begin in it at the same moment would make one each, and
 * letters of both would be doubled.
 */
function seedTexts(parent: Y.XmlFragment): void {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    const isEmptyText = child.length === 0 && schema.nodes[child.nodeName]?.isTextblock
    if (isEmptyText) child.insert(0, [new Y.XmlText()])
    else seedTexts(child)
  }
}

/**
 * A document from its state and what was journalled since. Broken pieces are left out and counted.
 *
 * @throws when the state itself is broken: nothing emptier may ever take its place
 */
export function docFrom(state: Uint8Array, updates: Uint8Array[]): { doc: Y.Doc; broken: number } {
  try {
    return { doc: docOf([state, ...updates]), broken: 0 }
  } catch {
    // Something broke off in the middle, which may leave half a change behind: begun anew without it.
  }
  const fine = [state]
  let doc = docOf(fine)
  for (const update of updates)
    try {
      Y.applyUpdate(doc, update)
      fine.push(update)
    } catch {
      doc.destroy()
      doc = docOf(fine)
    }
  return { doc, broken: updates.length + 1 - fine.length }
}

function docOf(updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
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
    if (!isText(doc)) emptyWholly(doc.getXmlFragment(FRAGMENT))
    updateYFragment(doc, doc.getXmlFragment(FRAGMENT), schema.nodeFromJSON(content), {
      mapping: new Map(),
      isOMark: new Map(),
    })
  })
  doc.off('update', notice)
  return changed ? Y.encodeStateAsUpdate(doc, before) : null
}

function isText(doc: Y.Doc): boolean {
  try {
    contentOf(doc)
    return true
  } catch {
    return false
  }
}

/** Among what is no text of ours Yjs may miscount what it takes away, so it is asked until nothing is left. */
function emptyWholly(fragment: Y.XmlFragment): void {
  for (let before = Infinity; fragment.length > 0 && fragment.length < before;) {
    before = fragment.length
    fragment.delete(0, before)
  }
}
