import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Part } from '#server/software/uses/contract.ts'

/** A line of what there is, with the button that takes it away; without a button where it has to stay. */
export function Removal({
  part,
  id,
  position,
  label,
  isKept = false,
  children,
}: {
  part: Part
  id: string
  position?: number
  label: string
  isKept?: boolean
  children?: ReactNode
}) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-zeile">
      <p className="min-w-0 wrap-anywhere">
        <span className="font-semibold">{label}</span>{' '}
        <span className="text-leise">{children}</span>
      </p>
      {!isKept && (
        <HouseForm className="">
          <input type="hidden" name="part" value={part} />
          <input type="hidden" name="id" value={id} />
          {position !== undefined && <input type="hidden" name="position" value={position} />}
          <Button variant="tertiary" name="intent" value="remove">
            Entfernen<span className="sr-only">: {label}</span>
          </Button>
        </HouseForm>
      )}
    </li>
  )
}
