import { Form } from '@remix-run/react'
import type { Reply } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import type { Person } from '#server/concepts/goals/contract.ts'
import type { MeasureLine, MeasureStatus } from '#server/concepts/goals/measures/contract.ts'
import { measureStatusNames } from '#server/concepts/goals/measures/words.ts'
import { paths } from '#server/concepts/paths.ts'
import { MeasureFields } from './measure-fields.tsx'
import { DueBadge } from './status-badge.tsx'
import { useAccepted } from './use-accepted.ts'

const TONES: Record<MeasureStatus, Tone> = {
  open: 'offen',
  doing: 'aktion',
  done: 'ok',
  blocked: 'achtung',
  dropped: 'stopp',
}

/** What is to be done for a goal, by whom and by when. */
export function MeasureList({
  measures,
  goal,
  school,
  staff,
  clientKey,
  canWrite,
  reply,
}: {
  measures: MeasureLine[]
  goal: number
  school: string
  staff: Person[]
  clientKey: string
  canWrite: boolean
  reply: Reply | undefined
}) {
  const own = reply?.intent === 'addMeasure' ? reply : undefined
  const accepted = useAccepted('addMeasure', own)
  return (
    <Card title="Maßnahmen" id="massnahmen">
      {measures.length === 0 && (
        <p className="text-leise">Noch keine. Was ist der erste Schritt?</p>
      )}
      <List>
        {measures.map((measure) => (
          <MeasureRow
            key={measure.id}
            measure={measure}
            editPath={canWrite ? paths.measure(school, goal, measure.id) : null}
          />
        ))}
      </List>
      {canWrite && (
        <Fold
          key={accepted}
          title="Maßnahme hinzufügen"
          isOpen={own !== undefined || measures.length === 0}
        >
          <HouseForm reply={own} clientKey={clientKey} autoComplete="off">
            <input type="hidden" name="intent" value="addMeasure" />
            <MeasureFields staff={staff} given={{ owners: [] }} />
            <div>
              <Button>Maßnahme hinzufügen</Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}

function MeasureRow({ measure, editPath }: { measure: MeasureLine; editPath: string | null }) {
  const { id, title, nextStep, status, blockedBy, owners, due, request } = measure
  const isDone = status === 'done'
  return (
    <li className="py-zeile">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 font-semibold wrap-anywhere">{title}</p>
        <span className="flex flex-wrap gap-2">
          <Badge tone={TONES[status]}>{measureStatusNames[status]}</Badge>
          <DueBadge due={due} />
        </span>
      </div>
      {nextStep && <p className="wrap-anywhere">Nächster Schritt: {nextStep}</p>}
      {blockedBy && <p className="wrap-anywhere">Es blockiert: {blockedBy}</p>}
      {request && (
        <p>
          Unterstützung: <Link to={request.path}>{request.title}</Link>
        </p>
      )}
      {owners.length > 0 && (
        <p className="text-leise">{owners.map(({ name }) => name).join(', ')}</p>
      )}
      {editPath && (
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
          {status !== 'dropped' && (
            <Form method="post">
              <input type="hidden" name="intent" value="tickMeasure" />
              <input type="hidden" name="measure" value={id} />
              {!isDone && <input type="hidden" name="isDone" value="on" />}
              <Button variant="tertiary">
                {isDone ? 'Doch noch offen' : 'Erledigt'}
                <span className="sr-only">: {title}</span>
              </Button>
            </Form>
          )}
          <Link to={editPath} className="inline-flex min-h-11 items-center underline">
            Bearbeiten<span className="sr-only">: {title}</span>
          </Link>
        </div>
      )}
    </li>
  )
}
