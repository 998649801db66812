import { Button } from '#app/ui/button.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import type { Status } from '#server/projects/contract.ts'
import { statusNames } from '#server/projects/words.ts'

const VERBS: Record<Status, string> = {
  draft: 'Zurück in den Entwurf',
  planned: 'Als geplant eintragen',
  running: 'Erprobung beginnen',
  completed: 'Abschließen',
  stopped: 'Vorhaben abbrechen',
}

const NEXT: Record<Status, string> = {
  draft: 'Wenn feststeht, was Sie ausprobieren wollen, tragen Sie das Vorhaben als geplant ein.',
  planned: 'Als Nächstes: im Unterricht erproben.',
  running: 'Als Nächstes: Durchgänge eintragen, gemeinsam auswerten, Abschluss schreiben.',
  completed: 'Reflexion und Abschluss zeigen, was andere daraus lernen können.',
  stopped: 'Auch was nicht geklappt hat, hilft anderen: im Abschluss.',
}

/** The steps that are possible from here, as buttons. */
export function StatusSteps({
  status,
  steps,
  version,
  reply,
}: {
  status: Status
  steps: Status[]
  version: number
  reply: Reply
}) {
  return (
    <HouseForm reply={reply} className="grid gap-3">
      <input type="hidden" name="intent" value="status" />
      <input type="hidden" name="version" value={version} />
      <p>
        <strong>{statusNames[status]}</strong>. {NEXT[status]}
      </p>
      <div className="flex flex-wrap gap-3">
        {steps.map((step, at) => (
          <Button
            key={step}
            variant={at === 0 ? 'secondary' : 'tertiary'}
            name="status"
            value={step}
          >
            {VERBS[step]}
          </Button>
        ))}
      </div>
    </HouseForm>
  )
}
