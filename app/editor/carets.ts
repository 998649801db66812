import type { HocuspocusProvider } from '@hocuspocus/provider'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'

const COLOURS = 8

type User = { name?: unknown; colour?: unknown }

const colourOf = ({ colour }: User) =>
  typeof colour === 'number' && Number.isInteger(colour) ? Math.abs(colour) % COLOURS : 0

/** Where the others write, with their names. Colours come from classes: the page allows no style in attributes. */
export const carets = (provider: HocuspocusProvider) =>
  CollaborationCaret.configure({
    provider,
    // The server writes name and colour over whatever stands here.
    user: {},
    render: (user: User) => {
      const caret = document.createElement('span')
      caret.className = `schreibmarke schreibfarbe-${colourOf(user)}`
      const label = document.createElement('span')
      label.className = 'schreibmarke-name'
      label.textContent = typeof user.name === 'string' ? user.name : ''
      caret.append(label)
      // The list of names says who is here; in the text the name would be read in the middle of a sentence.
      caret.setAttribute('aria-hidden', 'true')
      return caret
    },
    selectionRender: (user: User) => ({
      nodeName: 'span',
      class: `schreibauswahl schreibfarbe-${colourOf(user)}`,
    }),
  })
