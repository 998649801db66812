import type { AnyExtension } from '@tiptap/core'
import { Collaboration as YjsText } from '@tiptap/extension-collaboration'
import { FRAGMENT, type Pointer } from '#server/rich-text/contract.ts'
import { documentExtensions } from '#server/rich-text/schema/contract.ts'
import { carets } from './carets.ts'
import type { Cards } from './cards.ts'
import type { Collaboration } from './collaboration.ts'
import { Here } from './here.ts'
import { Keys } from './keys.ts'
import { germanTask, liveMention, pictureWithWords, plainTable } from './node-views.ts'
import { ownCaret } from './own-caret.ts'
import { Paste } from './paste.ts'
import type { Popups } from './popups.ts'
import { Suggest, type SuggestStore } from './suggest.ts'
import { Threads } from './threads.ts'

type Given = {
  collaboration: Collaboration
  popups: Popups
  suggestions: SuggestStore
  cards: Cards
  home: Pointer
  onThread: (thread: string | null) => void
  onComment: () => void
}

/** The schema of documents with the looks, keys and company of the editor. */
export function editorExtensions(given: Given): AnyExtension[] {
  const { collaboration, popups, suggestions, cards, home, onThread, onComment } = given
  return [
    ...documentExtensions([pictureWithWords(popups), liveMention(cards), plainTable, germanTask]),
    YjsText.configure({ document: collaboration.doc, field: FRAGMENT }),
    carets(collaboration.provider),
    ownCaret(collaboration),
    Here,
    Keys.configure({ popups, onComment }),
    Paste.configure({ popups }),
    Suggest.configure({ store: suggestions, cards, home }),
    Threads.configure({ onThread }),
  ]
}
