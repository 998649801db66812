import { type FormEvent, useEffect, useRef, useState } from 'react'
import { refusedEarly } from '#app/files/send-file.ts'
import { smallerPicture } from '#app/files/smaller-picture.ts'
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
  isPhoto = false,
  kept,
  onChosen,
}: {
  label: string
  hint: string
  room: Room
  className?: string
  /** Pictures are made smaller before they travel. */
  isPhoto?: boolean
  /** One that was chosen before and never arrived. */
  kept?: File | undefined
  /** Whatever is in the field from now on; nothing where it was refused. */
  onChosen?: (file: File | undefined) => void
}) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const input = frame.current?.querySelector<HTMLInputElement>('input[type=file]')
    if (kept && input && input.files?.length === 0) input.files = listOf([kept])
  }, [kept])
  const [fault, setFault] = useState('')
  const handleInput = async ({ currentTarget: input }: FormEvent<HTMLInputElement>) => {
    const chosen = [...(input.files ?? [])]
    const files = isPhoto ? await Promise.all(chosen.map(smallerPicture)) : chosen
    // Something else was chosen in the meantime.
    if (input.files?.[0] !== chosen[0]) return
    const found = faultIn(files, room)
    setFault(found)
    if (found !== '') input.value = ''
    else if (files.some((file, at) => file !== chosen[at])) input.files = listOf(files)
    onChosen?.(input.files?.[0])
  }
  return (
    <div ref={frame} className={`grid content-start gap-1 ${className ?? ''}`}>
      <FileField
        name="file"
        label={label}
        hint={`${hint} ${room.files > 1 ? 'Zusammen höchstens' : 'Höchstens'} ${room.bytes / MB} MB.`}
        optional
        accept={ACCEPTED}
        multiple={room.files > 1}
        onInput={(event) => void handleInput(event)}
      />
      <p role="status" className="font-semibold text-stopp">
        {fault}
      </p>
    </div>
  )
}

function listOf(files: File[]): FileList {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  return transfer.files
}

function faultIn(files: File[], { files: most, bytes, tooMany, tooLarge }: Room): string {
  if (files.length > most) return tooMany
  if (files.reduce((sum, { size }) => sum + size, 0) > bytes) return tooLarge
  return files.map(refusedEarly).find(Boolean) ?? ''
}
