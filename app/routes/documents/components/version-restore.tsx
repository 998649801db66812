import Undo2 from 'lucide-react/icons/undo-2'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/http/page.ts'

/** The question and its consequences, beside the text that would come back. */
export function RestoreVersion({ clientKey, reply }: { clientKey: string; reply?: Reply }) {
  return (
    <Card
      id="wiederherstellen"
      title="Diesen Stand wiederherstellen?"
      lead="Dann steht dieser Text wieder im Dokument, auch bei allen, die gerade darin schreiben. Was jetzt dort steht, geht nicht verloren: Es bleibt als Version erhalten."
    >
      <HouseForm clientKey={clientKey} reply={reply} className="grid gap-3">
        <div>
          <Button icon={Undo2}>Wiederherstellen</Button>
        </div>
      </HouseForm>
    </Card>
  )
}
