import { type FormEvent, useState } from 'react'
import { refusedEarly } from '#app/files/send-file.ts'
import { FileField } from '#app/ui/field.tsx'
import { ACCEPTED, type Room } from '#server/files/contract.ts'

const MB = 1024 * 1024

/**
 * Files that go with the other fields of a form. The server judges them; with a script, what it would refuse anyway is
 * said before it travels, and not taken up.
 */
export function AttachField({
  label,
  hint,
  room,
  className,
}: {
  label: string
  hint: string
  room: Room
  className?: string
}) {
  const [fault, setFault] = useState('')
  const handleInput = (event: FormEvent<HTMLInputElement>) => {
    const found = faultIn([...(event.currentTarget.files ?? [])], room)
    setFault(found)
    if (found !== '') event.currentTarget.value = ''
  }
  return (
    <div className={`grid content-start gap-1 ${className ?? ''}`}>
      <FileField
        name="file"
        label={label}
        hint={`${hint} ${room.files > 1 ? 'Zusammen höchstens' : 'Höchstens'} ${room.bytes / MB} MB.`}
        optional
        accept={ACCEPTED}
        multiple={room.files > 1}
        onInput={handleInput}
      />
      <p role="status" className="font-semibold text-stopp">
        {fault}
      </p>
    </div>
  )
}

function faultIn(files: File[], { files: most, bytes, tooMany, tooLarge }: Room): string {
  if (files.length > most) return tooMany
  if (files.reduce((sum, { size }) => sum + size, 0) > bytes) return tooLarge
  return files.map(refusedEarly).find(Boolean) ?? ''
}
