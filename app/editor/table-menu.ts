import type { Editor } from '@tiptap/core'
import type { Popups } from './popups.ts'
import type { MenuEntry } from './toolbar-parts.tsx'

/** Outside of a table: insert one. Inside: what can be done with it. */
export function tableEntries(editor: Editor, popups: Popups): MenuEntry[] {
  const run = () => editor.chain().focus()
  if (!editor.isActive('table'))
    return [{ label: 'Tabelle einfügen', onPress: () => popups.open({ kind: 'table' }) }]
  return [
    { label: 'Zeile darüber einfügen', onPress: () => run().addRowBefore().run() },
    { label: 'Zeile darunter einfügen', onPress: () => run().addRowAfter().run() },
    { label: 'Spalte links einfügen', onPress: () => run().addColumnBefore().run() },
    { label: 'Spalte rechts einfügen', onPress: () => run().addColumnAfter().run() },
    { label: 'Kopfzeile an oder aus', onPress: () => run().toggleHeaderRow().run() },
    { label: 'Zeile löschen', onPress: () => run().deleteRow().run() },
    { label: 'Spalte löschen', onPress: () => run().deleteColumn().run() },
    { label: 'Tabelle löschen', onPress: () => run().deleteTable().run() },
  ]
}
