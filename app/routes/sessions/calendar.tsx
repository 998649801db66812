import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { endKey, renewKey } from '#server/plg/sessions/feed/commands.ts'
import { keyInput } from '#server/plg/sessions/feed/inputs.ts'
import { calendarFor } from '#server/plg/sessions/feed/views.ts'
import { paths } from '#server/plg/sessions/paths.ts'

export const loader = page(({ actor }) => calendarFor(actor))

export const action = forms({
  renew: intent(keyInput, async ({ actor }) => {
    await renewKey(actor)
    return redirectWithToast(paths.calendar(), 'Ihre Kalenderadresse ist neu.')
  }),
  end: intent(keyInput, async ({ actor }) => {
    await endKey(actor)
    return redirectWithToast(paths.calendar(), 'Ihre Kalenderadresse gilt nicht mehr.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Kalender – Konto – Lernen 25' }]

export default function Calendar() {
  const { madeAt, address, plgs } = useLoaderData<typeof loader>()
  return (
    <Card
      title="Termine im eigenen Kalender"
      lead="Mit dieser Adresse holt sich Ihr Kalenderprogramm die Termine Ihrer PLGs und Ihre verabredeten Hospitationen. Verlassen Sie eine PLG, verschwinden ihre Termine von selbst."
    >
      <div className="grid gap-5">
        <Notice tone="achtung" title="Wer die Adresse kennt, sieht Ihre Termine">
          Geben Sie sie nicht weiter. Von geschlossenen Gruppen steht dort nur die Uhrzeit.
        </Notice>
        {/* Another address is another field: a browser keeps what one has shown. */}
        {address !== null && (
          <div key={address} className="grid gap-4">
            <TextField name="all" label="Alle meine Termine" readOnly defaultValue={address} />
            {plgs.map((plg, at) => (
              <TextField
                key={plg.address}
                name={`plg${at}`}
                label={`Nur „${plg.title}“`}
                readOnly
                defaultValue={plg.address}
              />
            ))}
          </div>
        )}
        {madeAt !== null && <p className="text-leise">Die Adresse gilt seit {day(madeAt)}.</p>}
        {madeAt !== null && address === null && (
          <Notice>
            Wir können die Adresse nicht mehr anzeigen. Sie gilt weiter, bis Sie sie erneuern.
          </Notice>
        )}
        <HouseForm className="flex flex-wrap gap-3">
          <Button name="intent" value="renew" variant={madeAt === null ? 'primary' : 'secondary'}>
            {madeAt === null ? 'Adresse anlegen' : 'Adresse erneuern'}
          </Button>
          {madeAt !== null && (
            <Button name="intent" value="end" variant="tertiary">
              Adresse beenden
            </Button>
          )}
        </HouseForm>
      </div>
    </Card>
  )
}
