import { CheckField, CheckGroup, RadioRows } from '#app/ui/choice-field.tsx'
import { type Choice, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { roleName } from '#server/accounts/words.ts'
import { AUDIENCE_ROLES, LIMITS, WORKSHOP_KINDS } from '#server/medialab/workshops/contract.ts'
import type { WorkshopForm } from '#server/medialab/workshops/views.ts'
import { workshopKindNames } from '#server/medialab/workshops/words.ts'
import { SCHOOL_FORMS } from '#server/schools/contract.ts'
import { schoolFormWords } from '#server/schools/words.ts'

type Props = { workshop?: WorkshopForm; rooms: Choice[]; leaders: Choice[] }

/** The fields of a workshop, empty or filled. */
export function WorkshopFields({ workshop, rooms, leaders }: Props) {
  return (
    <>
      <TextField
        name="title"
        label="Titel"
        defaultValue={workshop?.title}
        maxLength={LIMITS.title.max}
        counter
      />
      <RadioRows
        name="kind"
        label="Art"
        defaultValue={workshop?.kind ?? 'workshop'}
        choices={WORKSHOP_KINDS.map((kind) => ({ value: kind, label: workshopKindNames[kind] }))}
      />
      <TextArea
        name="description"
        label="Worum geht es?"
        optional
        rows={6}
        defaultValue={workshop?.description}
        maxLength={LIMITS.description}
      />
      <div className="grid gap-4 md:grid-cols-3">
        <TextField name="day" type="date" label="Tag" defaultValue={workshop?.day} />
        <TextField name="from" type="time" label="Von" defaultValue={workshop?.from} />
        <TextField name="to" type="time" label="Bis" defaultValue={workshop?.to} />
      </div>
      <WhereFields workshop={workshop} rooms={rooms} />
      <SeatFields workshop={workshop} />
      <CheckGroup
        name="leaders"
        label="Leitung"
        hint="Das sehen nur Personen, die einen Platz haben oder darauf warten."
        optional
        defaultValue={workshop?.leaders}
        choices={leaders}
      />
      <TextField
        name="guestLeaders"
        label="Weitere Leitung"
        optional
        defaultValue={workshop?.guestLeaders}
        maxLength={LIMITS.leaders}
      />
      <AudienceFields workshop={workshop} />
    </>
  )
}

function WhereFields({ workshop, rooms }: Pick<Props, 'workshop' | 'rooms'>) {
  return (
    <>
      <SelectField
        name="room"
        label="Raum im MediaLab"
        hint="Er ist belegt, sobald Sie den Workshop veröffentlichen."
        optional
        empty="Kein Raum im MediaLab"
        choices={rooms}
        defaultValue={workshop?.room}
      />
      <TextField
        name="place"
        label="Anderer Ort"
        optional
        defaultValue={workshop?.place}
        maxLength={LIMITS.place}
      />
      <TextField
        name="link"
        type="url"
        label="Link zur Videokonferenz"
        hint="Den sehen nur Personen mit Platz."
        optional
        defaultValue={workshop?.link}
        maxLength={LIMITS.url}
      />
      <TextField
        name="externalUrl"
        type="url"
        label="Mehr dazu im Netz"
        optional
        defaultValue={workshop?.externalUrl}
        maxLength={LIMITS.url}
      />
    </>
  )
}

function SeatFields({ workshop }: Pick<Props, 'workshop'>) {
  const bounds = { type: 'number', min: 1, max: LIMITS.seats, inputMode: 'numeric' } as const
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <TextField {...bounds} name="seats" label="Plätze" defaultValue={workshop?.seats ?? 12} />
        <TextField
          {...bounds}
          name="seatsPerSchool"
          label="Höchstens je Schule"
          optional
          defaultValue={workshop?.seatsPerSchool}
        />
        <TextField
          {...bounds}
          name="minParticipants"
          label="Mindestens"
          optional
          defaultValue={workshop?.minParticipants}
        />
      </div>
      <TextField
        name="signupDay"
        type="date"
        label="Anmelden bis"
        defaultValue={workshop?.signupDay}
        className="max-w-[16rem]"
      />
      <CheckField
        name="needsApproval"
        label="Das SMZ bestätigt jeden Platz."
        hint="Eine Anfrage hält ihren Platz, bis Sie entscheiden."
        defaultChecked={workshop?.needsApproval}
      />
    </>
  )
}

function AudienceFields({ workshop }: Pick<Props, 'workshop'>) {
  const isForSome = Boolean(workshop?.roles.length || workshop?.schoolForms.length)
  return (
    <Fold title="Nur für bestimmte Personen" isOpen={isForSome}>
      <div className="grid gap-5">
        <CheckGroup
          name="roles"
          label="Aufgaben"
          hint="Ohne Auswahl für alle."
          optional
          columns
          defaultValue={workshop?.roles}
          choices={AUDIENCE_ROLES.map((role) => ({ value: role, label: roleName(role) }))}
        />
        <CheckGroup
          name="schoolForms"
          label="Schulformen"
          hint="Ohne Auswahl für alle."
          optional
          columns
          defaultValue={workshop?.schoolForms}
          choices={SCHOOL_FORMS.map((form) => ({ value: form, label: schoolFormWords[form] }))}
        />
      </div>
    </Fold>
  )
}
