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
  stopped: 'Abbrechen',
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
    <HouseForm reply={reply}>
      <input type="hidden" name="intent" value="status" />
      <input type="hidden" name="version" value={version} />
      <p>
        Stand: <strong>{statusNames[status]}</strong>
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
