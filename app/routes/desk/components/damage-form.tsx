import { AttachField } from '#app/files/attach-field.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { choicesOf } from '#app/ui/choices.ts'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ROOM_FOR_ONE } from '#server/files/words.ts'
import { CATEGORIES, DAMAGE_LIMITS } from '#server/medialab/desk/damages/contract.ts'
import { categoryNames } from '#server/medialab/desk/damages/words.ts'
import type { TakeBackView } from '#server/medialab/desk/returning/views.ts'
import { useKeptDamage } from './use-kept-damage.ts'

/** What broke, with a photo; what nobody can use is fewer from now on. */
export function DamageForm({ view, reply }: { view: TakeBackView; reply: Reply }) {
  const { lines, date, clientKey, personId } = view
  const place = `schaden:${date.bookingNumber}:${date.position}`
  const { kept, forget, keepPhoto, handleInput } = useKeptDamage(personId, place, reply)
  const shown = reply ?? (kept && { initialValue: kept.draft.fields })
  // What has not been scanned yet stands first: that is what somebody holds in their hands.
  const sorted = [...lines].sort((a, b) => Number(b.rest > 0) - Number(a.rest > 0))
  return (
    <Fold title="Schaden" isOpen={shown !== undefined && shown !== null}>
      {kept && (
        <div className="mb-4" role="status">
          <Notice
            tone="achtung"
            title="Diese Meldung ist noch nicht gesichert."
            action={
              <Button type="button" variant="secondary" onClick={forget}>
                Verwerfen
              </Button>
            }
          >
            {kept.photo ? 'Text und Foto liegen' : 'Ihr Text liegt'} auf diesem Gerät. Bitte sichern
            Sie den Schaden noch einmal.
          </Notice>
        </div>
      )}
      <HouseForm
        key={kept ? 'kept' : 'new'}
        reply={shown}
        clientKey={kept?.draft.clientKey ?? clientKey}
        encType="multipart/form-data"
        onInput={handleInput}
      >
        <input type="hidden" name="termin" value={date.position} />
        <SelectField
          {...{ name: 'line', label: 'Welches Teil?', empty: 'Bitte wählen' }}
          choices={sorted.map(({ id, name, code }) => ({
            value: id,
            label: code ? `${name} (${code})` : name,
          }))}
        />
        <SelectField
          {...{ name: 'category', label: 'Was ist es?', empty: 'Bitte wählen' }}
          choices={choicesOf(CATEGORIES, categoryNames)}
        />
        {lines.some(({ went }) => went > 1) && (
          <TextField
            {...{ name: 'quantity', label: 'Wie viele?', type: 'number', inputMode: 'numeric' }}
            {...{ min: 1, defaultValue: 1, className: 'max-w-[10rem]' }}
          />
        )}
        <TextArea
          {...{ name: 'description', label: 'Beschreibung', optional: true, rows: 2 }}
          maxLength={DAMAGE_LIMITS.description}
        />
        <AttachField
          isPhoto
          label="Foto"
          hint="Ort und Kamera werden aus dem Bild entfernt. Keine Bilder, auf denen Kinder zu erkennen sind."
          room={ROOM_FOR_ONE}
          kept={kept?.photo}
          onChosen={keepPhoto}
        />
        <CheckField
          name="isUnusable"
          label="Nicht nutzbar"
          hint="Es wird nicht mehr ausgegeben. Wessen Buchung darunter leidet, wird gleich benachrichtigt."
        />
        <div>
          <Button variant="secondary" name="intent" value="damage">
            Schaden sichern
          </Button>
        </div>
      </HouseForm>
    </Fold>
  )
}
