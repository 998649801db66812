import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Reply } from '#app/http/page.ts'

/** Somebody's editor wrote what cannot be shown: a way back without a version. */
export function BrokenText({ canRestore, reply }: { canRestore: boolean; reply?: Reply }) {
  return (
    <Notice tone="achtung" title="Der Text enthält gerade etwas, das nicht angezeigt werden kann.">
      <p>
        Gelesen wird der letzte gültige Text.
        {canRestore && ' Holen Sie ihn zurück, oder stellen Sie eine Version wieder her.'}
      </p>
      {canRestore && (
        <HouseForm className="mt-2" reply={reply?.intent === 'restoreValid' ? reply : undefined}>
          <Button variant="secondary" name="intent" value="restoreValid">
            Letzten gültigen Text zurückholen
          </Button>
        </HouseForm>
      )}
    </Notice>
  )
}
