import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckField } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { LIMITS, type Side } from '#server/concepts/talks/contract.ts'
import { sideNames } from '#server/concepts/talks/words.ts'
import { type Answer, SeenPrint } from './seen-print.tsx'
import type { TalkView } from './talk-view.ts'

type Given = { view: TalkView; reply: Answer }

/** One point a line, as on paper. */
export function AgendaCard({ view: { agenda, print, can }, reply }: Given) {
  const points = agenda.split('\n').filter((point) => point.trim() !== '')
  return (
    <Card title="Tagesordnung">
      {points.length > 0 ? (
        <ol className="list-decimal pl-6">
          {points.map((point, at) => (
            <li key={`${at} ${point}`} className="py-1 wrap-anywhere">
              {point}
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-leise">Noch steht kein Punkt darauf.</p>
      )}
      {can.plan && (
        <Fold title="Tagesordnung ändern" isOpen={reply !== undefined}>
          <HouseForm reply={reply} className="grid max-w-[46rem] gap-4">
            <SeenPrint print={print.agenda} reply={reply} />
            <TextArea
              {...{ name: 'agenda', label: 'Ein Punkt je Zeile', rows: 7 }}
              maxLength={LIMITS.agenda}
              defaultValue={agenda}
            />
            <div>
              <Button variant="secondary" name="intent" value="agenda">
                Tagesordnung speichern
              </Button>
            </div>
          </HouseForm>
        </Fold>
      )}
    </Card>
  )
}

/** What each side brings along. Both read both; each writes its own. */
export function NotesCards({ view, reply }: Given) {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <NotesCard {...{ view, reply }} side="school" can={view.can.prepareSchool} />
      <NotesCard {...{ view, reply }} side="authority" can={view.can.prepareAuthority} />
    </div>
  )
}

function NotesCard({ view, reply, side, can }: Given & { side: Side; can: boolean }) {
  const isReady = view.ready[side] !== null
  const text = view.notes[side]
  return (
    <Card
      title={`Vorbereitung: ${sideNames[side]}`}
      aside={isReady ? <Badge tone="ok">Vorbereitet</Badge> : <Badge tone="offen">Offen</Badge>}
    >
      {can ? (
        <HouseForm reply={reply} className="grid gap-4">
          <SeenPrint print={view.print[side]} reply={reply} />
          <TextArea
            {...{ name: 'notes', label: 'Was Sie ansprechen möchten', optional: true, rows: 5 }}
            maxLength={LIMITS.notes}
            defaultValue={text}
          />
          <CheckField name="ready" label="Wir sind vorbereitet." defaultChecked={isReady} />
          <div>
            <Button name="intent" value="prepare">
              Vorbereitung speichern
            </Button>
          </div>
        </HouseForm>
      ) : (
        <p className="whitespace-pre-wrap wrap-anywhere">{text || 'Noch nichts notiert.'}</p>
      )}
    </Card>
  )
}
