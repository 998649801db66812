import type { Editor } from '@tiptap/core'
import { CheckField } from '#app/ui/choice-field.tsx'
import { TextField } from '#app/ui/field.tsx'
import { LocalForm, OpenDialog, textOf } from './popup-frame.tsx'

const MOST = { rows: 50, columns: 12 }

/** Inserts a table. The header row is on: without one nobody who listens knows which column a cell is in. */
export function TableDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const handleSend = (data: FormData) => {
    const [rows, columns] = [Number(textOf(data, 'rows')), Number(textOf(data, 'columns'))]
    const errors = {
      ...wrong('rows', rows, MOST.rows),
      ...wrong('columns', columns, MOST.columns),
    }
    if (Object.keys(errors).length > 0) return errors
    const withHeaderRow = data.get('header') === 'on'
    editor.chain().focus().insertTable({ rows, cols: columns, withHeaderRow }).run()
    onClose()
    return undefined
  }
  return (
    <OpenDialog title="Tabelle einfügen" onClose={onClose}>
      <LocalForm label="Tabelle einfügen" onSend={handleSend} onCancel={onClose}>
        <div className="grid grid-cols-2 gap-4">
          <TextField
            name="rows"
            label="Zeilen"
            type="number"
            min={1}
            max={MOST.rows}
            defaultValue={3}
          />
          <TextField
            name="columns"
            label="Spalten"
            type="number"
            min={1}
            max={MOST.columns}
            defaultValue={3}
          />
        </div>
        <CheckField
          name="header"
          label="Mit Kopfzeile"
          hint="Die Kopfzeile nennt, was in den Spalten steht. Sie wird mit vorgelesen."
          defaultChecked
        />
      </LocalForm>
    </OpenDialog>
  )
}

function wrong(name: string, count: number, most: number): Record<string, string[]> {
  const isFine = Number.isInteger(count) && count >= 1 && count <= most
  return isFine ? {} : { [name]: [`Bitte eine Zahl von 1 bis ${most}.`] }
}
