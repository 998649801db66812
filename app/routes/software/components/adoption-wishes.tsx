import type { SerializeFrom } from '@remix-run/node'
import type { Reply } from '#app/http/page.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { LIMITS } from '#server/software/adoption/contract.ts'
import type { AdoptionView } from '#server/software/adoption/views.ts'

/** Who asks the Schulleitung for it, and the form to ask. */
export function Wishes({
  view,
  reply,
}: {
  view: SerializeFrom<AdoptionView>
  reply: Reply | undefined
}) {
  const { wishes, can, school } = view
  const hasAsked = wishes.some(({ isMine }) => isMine)
  if (!can.wish && wishes.length === 0) return null
  return (
    <Card title="Schulleitung bitten">
      {hasAsked && <Notice tone="ok">Ihre Schulleitung weiß, dass Sie darum bitten.</Notice>}
      {can.decide && wishes.length > 0 && (
        <ul className="grid gap-2">
          {wishes.map(({ name, note, at }) => (
            <li key={`${name} ${String(at)}`}>
              <span className="font-semibold">{name}</span>
              <span className="text-leise"> {day(at)}</span>
              {note && <p className="wrap-anywhere">{note}</p>}
            </li>
          ))}
        </ul>
      )}
      {!can.decide && wishes.length > 0 && (
        <p className="mt-2 text-leise">
          {plural(wishes.length, 'Person bittet', 'Personen bitten')} darum.
        </p>
      )}
      {can.wish && !hasAsked && (
        <HouseForm reply={reply} className="grid max-w-[40rem] gap-3">
          <input type="hidden" name="intent" value="wish" />
          <input type="hidden" name="schoolId" value={school.id} />
          <TextArea
            name="note"
            label="Wofür möchten Sie die App einsetzen?"
            optional
            rows={2}
            maxLength={LIMITS.wish}
          />
          <div>
            <Button>Schulleitung bitten</Button>
          </div>
        </HouseForm>
      )}
    </Card>
  )
}
