import { useId } from 'react'
import { TextField } from '#app/ui/field.tsx'
import { LIMITS } from '#server/documents/contract.ts'

/** A folder by its name: one of those there are, or a new one. */
export function FolderField({ folders, now = '' }: { folders: string[]; now?: string }) {
  const list = useId()
  return (
    <>
      <TextField
        name="folder"
        label="Ordner"
        optional
        hint="Ein neuer Name legt einen neuen Ordner an."
        maxLength={LIMITS.folder.max}
        defaultValue={now}
        list={list}
      />
      <datalist id={list}>
        {folders.map((folder) => (
          <option key={folder} value={folder} />
        ))}
      </datalist>
    </>
  )
}
