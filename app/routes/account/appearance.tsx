import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepLook, readLook } from '#app/http/cookies.ts'
import { form, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioBar } from '#app/ui/choice-field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { lookInput } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'

export const loader = page(({ request }) => readLook(request))

export const action = form(lookInput, async ({ input }) =>
  redirectWithToast(paths.appearance(), 'Die Darstellung ist gespeichert.', [
    await keepLook(input),
  ]),
)

export const meta: MetaFunction = () => [{ title: 'Darstellung – Lernen 25' }]

export default function Appearance() {
  const look = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card title="Darstellung" lead="Gilt auf diesem Gerät." className="max-w-[34rem]">
      <HouseForm reply={reply}>
        <RadioBar
          name="theme"
          label="Farben"
          hint="System folgt der Einstellung des Geräts."
          choices={[
            { value: 'system', label: 'System' },
            { value: 'light', label: 'Hell' },
            { value: 'dark', label: 'Dunkel' },
          ]}
          defaultValue={look.theme}
        />
        <RadioBar
          name="textSize"
          label="Schriftgröße"
          choices={[
            { value: '100', label: '100 %' },
            { value: '115', label: '115 %' },
            { value: '130', label: '130 %' },
          ]}
          defaultValue={look.textSize}
        />
        <RadioBar
          name="density"
          label="Dichte"
          choices={[
            { value: 'comfortable', label: 'Bequem' },
            { value: 'compact', label: 'Kompakt' },
          ]}
          defaultValue={look.density}
        />
        <RadioBar
          name="shortcuts"
          label="Zifferntasten"
          hint="Wer prüft oder Dubletten bearbeitet, kann mit 1 bis 9 antworten."
          choices={[
            { value: 'off', label: 'Aus' },
            { value: 'on', label: 'An' },
          ]}
          defaultValue={look.shortcuts}
        />
        <div>
          <Button>Darstellung speichern</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
