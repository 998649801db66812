import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/http/page.ts'
import { LIMITS } from '#server/documents/contract.ts'

/** Keeps the text as it stands under a name. */
export function SaveVersion({ clientKey, reply }: { clientKey: string; reply?: Reply }) {
  return (
    <Card
      title="Stand sichern"
      lead="Hält den Text fest, wie er jetzt ist. Diesen Stand können alle später lesen, vergleichen und zurückholen."
    >
      <HouseForm
        clientKey={clientKey}
        reply={reply?.intent === 'saveVersion' ? reply : undefined}
        autoComplete="off"
      >
        <TextField
          name="name"
          label="Name des Standes"
          hint="Zum Beispiel „Nach Probe in 6b“."
          maxLength={LIMITS.versionName.max}
        />
        <div>
          <Button name="intent" value="saveVersion">
            Stand sichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
