import Printer from 'lucide-react/icons/printer'
import { Button } from '#app/ui/button.tsx'
import { useHydrated } from '#app/ui/use-hydrated.ts'

/** Without JavaScript the browser's own menu prints. */
export function PrintButton() {
  if (!useHydrated()) return null
  return (
    <Button type="button" variant="secondary" icon={Printer} onClick={() => window.print()}>
      Drucken
    </Button>
  )
}
