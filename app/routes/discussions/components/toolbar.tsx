import type { LucideIcon } from 'lucide-react'
import AtSign from 'lucide-react/icons/at-sign'
import Bold from 'lucide-react/icons/bold'
import Link2 from 'lucide-react/icons/link-2'
import List from 'lucide-react/icons/list'
import type { MouseEvent, RefObject } from 'react'
import { useHydrated } from '#app/ui/use-hydrated.ts'
import { insertText } from './insert-text.ts'

type Tool = { label: string; icon: LucideIcon; apply: (selected: string) => Piece }
/** What replaces the selection, and which part of it is selected then. */
type Piece = { text: string; select: [from: number, to: number] }

const TOOLS: Tool[] = [
  {
    label: 'Fett',
    icon: Bold,
    apply: (selected) => around('**', selected || 'fett', '**'),
  },
  {
    label: 'Liste',
    icon: List,
    apply: (selected) => {
      const text = `\n- ${(selected || 'Punkt').replaceAll('\n', '\n- ')}`
      return { text, select: [3, text.length] }
    },
  },
  {
    label: 'Link',
    icon: Link2,
    apply: (selected) => {
      const words = selected || 'Text'
      const text = `[${words}](https://)`
      return { text, select: [text.length - 1, text.length - 1] }
    },
  },
  { label: 'Erwähnen', icon: AtSign, apply: () => ({ text: '@', select: [1, 1] }) },
]

function around(before: string, inner: string, after: string): Piece {
  const from = before.length
  return { text: before + inner + after, select: [from, from + inner.length] }
}

/** Helps with the marks; everything can also be typed. Without JavaScript it is not there. */
export function Toolbar({ box }: { box: RefObject<HTMLElement | null> }) {
  if (!useHydrated()) return null
  const use = (tool: Tool) => {
    const area = box.current?.querySelector('textarea')
    if (!area || area.readOnly) return
    const { value, selectionStart, selectionEnd } = area
    const { text, select } = tool.apply(value.slice(selectionStart, selectionEnd))
    insertText(area, text, { from: selectionStart, to: selectionEnd, select })
  }
  // On a tablet the first touch of another element would throw the selection away.
  const keepSelection = (event: MouseEvent) => event.preventDefault()
  return (
    <div role="toolbar" aria-label="Text gestalten" className="-mx-1 flex flex-wrap">
      {TOOLS.map((tool) => (
        <button
          key={tool.label}
          type="button"
          onMouseDown={keepSelection}
          onClick={() => use(tool)}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-lg px-2 text-sm text-leise hover:bg-mulde"
        >
          <tool.icon className="size-[1.2em]" />
          {tool.label}
        </button>
      ))}
    </div>
  )
}
