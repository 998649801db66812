import { Table } from '@tiptap/extension-table'
import { TaskItem } from '@tiptap/extension-list'
import type { Node } from '@tiptap/pm/model'
import { pictureAddress } from '#server/rich-text/contract.ts'
import { Mention, Picture, type PictureAttributes } from '#server/rich-text/schema/contract.ts'
import type { Cards } from './cards.ts'
import type { Popups } from './popups.ts'

/** A picture with what describes it below, and a button for that. */
export const pictureWithWords = (popups: Popups) =>
  Picture.extend({
    addNodeView() {
      return ({ node, editor, getPos }) => {
        const figure = document.createElement('figure')
        const image = document.createElement('img')
        const words = document.createElement('figcaption')
        const edit = document.createElement('button')
        figure.contentEditable = 'false'
        edit.type = 'button'
        edit.textContent = 'Beschreibung ändern'
        edit.addEventListener('click', () => {
          const at = getPos()
          if (at === undefined || !editor.isEditable) return
          editor.commands.setNodeSelection(at)
          popups.open({ kind: 'description' })
        })
        const text = document.createElement('span')
        words.append(text, edit)
        figure.append(image, words)
        const show = ({ attrs }: Node) => {
          const { file, alt, decorative, width, height } = attrs as PictureAttributes
          const address = file ? pictureAddress(file, 960) : ''
          if (image.getAttribute('src') !== address) image.src = address
          image.alt = alt
          if (width && height) {
            image.width = width
            image.height = height
          }
          words.className = alt === '' && !decorative ? 'fehlt' : ''
          text.textContent = described(alt, decorative)
        }
        show(node)
        return {
          dom: figure,
          update: (fresh) => {
            if (fresh.type !== node.type) return false
            show(fresh)
            return true
          },
          stopEvent: ({ target }) => target === edit,
          ignoreMutation: () => true,
        }
      }
    },
  })

function described(alt: string, isDecorative: boolean): string {
  if (isDecorative) return 'Schmückendes Bild, wird nicht vorgelesen.'
  return alt === '' ? 'Die Bildbeschreibung fehlt noch.' : `Bildbeschreibung: ${alt}`
}

/** A mentioned person or thing as it is called now, asked with the rights of whoever writes. */
export const liveMention = (cards: Cards) =>
  Mention.extend({
    addNodeView() {
      return ({ node }) => {
        const { kind, id } = node.attrs as { kind: string; id: string }
        const dom = document.createElement('span')
        dom.contentEditable = 'false'
        dom.className = 'verweis'
        dom.textContent = '…'
        cards.find({ kind, id }, (card) => {
          dom.replaceChildren()
          if (!card) {
            dom.className = 'verweis leer'
            dom.textContent = 'Verweis, den Sie nicht öffnen können'
            return
          }
          dom.className = card.isPerson ? 'mention' : 'verweis'
          if (!card.isPerson) {
            const word = document.createElement('span')
            word.className = 'verweis-art'
            word.textContent = card.word
            dom.append(word, ' ')
          }
          dom.append(card.title)
        })
        return { dom, ignoreMutation: () => true }
      }
    },
  })

/** In the same frame as in the read view, instead of one with widths of columns. */
export const plainTable = Table.extend({
  renderHTML: () => ['div', { class: 'tabelle' }, ['table', ['tbody', 0]]],
}).configure({ resizable: false, View: null })

export const germanTask = TaskItem.configure({
  nested: true,
  a11y: {
    checkboxLabel: ({ firstChild }, isDone) =>
      `${isDone ? 'Erledigt' : 'Offen'}: ${firstChild?.textContent || 'leere Aufgabe'}`,
  },
})
