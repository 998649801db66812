import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { adaptHtml, foreignPictures } from './foreign-html.ts'
import { nothingOwn, ownOnly, remember } from './own-content.ts'
import type { Popups } from './popups.ts'

const NO_FOREIGN =
  'Bilder von anderen Seiten und aus anderen Dokumenten wurden nicht übernommen. Bitte fügen Sie sie mit „Bild“ ein.'
const ONE_BY_ONE = 'Bitte fügen Sie Bilder einzeln ein: Jedes braucht seine Beschreibung.'

/**
 * What comes in by pasting and dropping. Files of pictures go through the same dialog as everywhere; text is
 * cleaned by the schema; pictures in it come along only within the document.
 */
export const Paste = Extension.create<{ popups: Popups }>({
  name: 'pasting',
  addProseMirrorPlugins() {
    const { popups } = this.options
    const own = nothingOwn()
    const rememberSelection = (view: EditorView) => {
      remember(own, view.state.selection.content().content)
      return false
    }
    const takeFiles = (data: DataTransfer | null): boolean => {
      const pictures = [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
      const [first] = pictures
      // Word puts a picture of the text beside the text; then the text is meant.
      const hasWords = (data?.getData('text/plain') ?? '').trim() !== ''
      if (!first || hasWords) return false
      popups.open({ kind: 'picture', file: first })
      if (pictures.length > 1) popups.hint(ONE_BY_ONE)
      return true
    }
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            copy: rememberSelection,
            cut: rememberSelection,
            dragstart: rememberSelection,
          },
          handlePaste: (view, event) => view.editable && takeFiles(event.clipboardData),
          handleDrop: (view, event) => {
            if (!view.editable || !takeFiles(event.dataTransfer)) return false
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (at) this.editor.commands.setTextSelection(at.pos)
            event.preventDefault()
            return true
          },
          transformPastedHTML: (html) => {
            if (foreignPictures(html) > 0) popups.hint(NO_FOREIGN)
            return adaptHtml(html)
          },
          transformPasted: (pasted) => {
            const { slice, dropped } = ownOnly(own, pasted)
            if (dropped > 0) popups.hint(NO_FOREIGN)
            return slice
          },
        },
      }),
    ]
  },
})
