import { type AnyExtension, mergeAttributes, Mark, Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { HEADING_LEVELS, isSafeAddress, pictureAddress } from '../contract.ts'

/**
 * What a document may be made of, for the editor and for the server alike. Only app/editor, which comes when
 * somebody writes, may bring this to the browser: it weighs as much as the editor does.
 */

/** A picture by the id of its file. It has a description or is decorative; without both it waits for one. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes() {
    return {
      file: { default: null },
      alt: { default: '' },
      decorative: { default: false },
      width: { default: null },
      height: { default: null },
    }
  },
  parseHTML() {
    return [
      {
        tag: 'img[data-file]',
        getAttrs: (element) => ({
          file: element.getAttribute('data-file'),
          alt: element.getAttribute('alt') ?? '',
          decorative: element.getAttribute('data-decorative') === 'true',
          width: Number(element.getAttribute('width')) || null,
          height: Number(element.getAttribute('height')) || null,
        }),
      },
    ]
  },
  renderHTML({ node }) {
    const { file, alt, decorative, width, height } = node.attrs as PictureAttributes
    const size = width && height ? { width, height } : {}
    return [
      'img',
      {
        'data-file': file,
        'data-decorative': String(decorative),
        src: file ? pictureAddress(file, 960) : '',
        alt,
        ...size,
      },
    ]
  },
})

export type PictureAttributes = {
  file: string | null
  alt: string
  decorative: boolean
  width: number | null
  height: number | null
}

/** A person or a thing by kind and id, without its name: that is asked anew whenever somebody reads. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return { kind: { default: null }, id: { default: null } }
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-mention]',
        getAttrs: (element) => ({
          kind: element.getAttribute('data-mention'),
          id: element.getAttribute('data-id'),
        }),
      },
    ]
  },
  renderHTML({ node, HTMLAttributes }) {
    const { kind, id } = node.attrs as { kind: string; id: string }
    return ['span', mergeAttributes(HTMLAttributes, { 'data-mention': kind, 'data-id': id }), '@']
  },
})

/** The words a thread of comments is about. Several may overlap. */
export const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes() {
    return { thread: { default: null } }
  },
  parseHTML() {
    return [
      {
        tag: 'mark[data-thread]',
        getAttrs: (element) => ({ thread: element.getAttribute('data-thread') }),
      },
    ]
  },
  renderHTML({ mark }) {
    const { thread } = mark.attrs as { thread: string }
    return ['mark', { 'data-thread': thread, class: 'kommentar' }, 0]
  },
})

/**
 * All of it. The editor replaces some by the same with a look of their own; names and attributes stay.
 *
 * @param own extensions to use instead of those of the same name
 */
export function documentExtensions(own: AnyExtension[] = []): AnyExtension[] {
  const all: AnyExtension[] = [
    StarterKit.configure({
      heading: { levels: [...HEADING_LEVELS] },
      // A line under words means a link here.
      underline: false,
      // Yjs keeps the history of one's own changes.
      undoRedo: false,
      // Opening a document must not write into it.
      trailingNode: false,
      link: {
        openOnClick: false,
        defaultProtocol: 'https',
        HTMLAttributes: { target: null, rel: 'noopener noreferrer nofollow', class: null },
        isAllowedUri: (address) => isSafeAddress(address),
      },
    }),
    TaskList,
    TaskItem.configure({ nested: true }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    Picture,
    Mention,
    Comment,
  ]
  const replaced = new Set(own.map(({ name }) => name))
  return [...all.filter(({ name }) => !replaced.has(name)), ...own]
}
