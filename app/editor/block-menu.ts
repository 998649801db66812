import type { Editor } from '@tiptap/core'
import Heading from 'lucide-react/icons/heading'
import Pilcrow from 'lucide-react/icons/pilcrow'
import SquareCode from 'lucide-react/icons/square-code'
import { allowedLevels } from './heading-levels.ts'
import { headingsAbove } from './keys.ts'
import type { MenuEntry } from './toolbar-parts.tsx'

const headingWord = (level: number) => `Überschrift Ebene ${level}`

/** The kind of the block the caret is in. */
export function blockWord({ state }: Editor): string {
  const { parent } = state.selection.$from
  if (parent.type.name === 'heading') return headingWord(Number(parent.attrs.level))
  return parent.type.name === 'codeBlock' ? 'Code-Absatz' : 'Text'
}

/** Kinds a block may become here. Level 1 is the title of the page, and no level is jumped. */
export function blockEntries(editor: Editor): MenuEntry[] {
  const now = blockWord(editor)
  const levels = allowedLevels(headingsAbove(editor))
  const entry = (label: string, icon: MenuEntry['icon'], onPress: () => void): MenuEntry => ({
    label,
    icon,
    isChecked: label === now,
    onPress,
  })
  const run = () => editor.chain().focus()
  return [
    entry('Text', Pilcrow, () => run().setParagraph().run()),
    ...levels.map((level) => ({
      ...entry(headingWord(level), Heading, () => run().setHeading({ level }).run()),
      detail: `Strg+Alt+${level}`,
    })),
    entry('Code-Absatz', SquareCode, () => run().setCodeBlock().run()),
  ]
}
