import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import type { TakeBackView } from '#server/medialab/desk/returning/views.ts'
import { type Unsent, useUnsent } from './use-unsent.ts'

type Line = TakeBackView['lines'][number]

/** What has a sticker, one after the other; what is back can be taken out again. */
export function Units({ lines, termin, reply }: { lines: Line[]; termin: number; reply: Reply }) {
  return (
    <ul className="grid gap-x-4 sm:grid-cols-2 lg:grid-cols-3">
      {lines.map((line) => (
        <li
          key={line.id}
          className="flex min-h-12 flex-wrap items-center justify-between gap-2 border-b border-linie py-1"
        >
          <span>
            {line.name} <span className="font-mono text-sm text-leise">{line.code}</span>
          </span>
          <span className="flex items-center gap-2">
            <Standing line={line} />
            {line.back > 0 && line.damages === 0 && (
              <TakeOut line={line} termin={termin} reply={reply} />
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Standing({ line: { rest, missing, damages } }: { line: Line }) {
  if (missing > 0) return <Badge tone="stopp">Verloren</Badge>
  if (rest > 0) return <Badge tone="offen">Noch draußen</Badge>
  return damages > 0 ? <Badge tone="achtung">Schaden</Badge> : <Badge tone="ok">Zurück</Badge>
}

function TakeOut({ line, termin, reply }: { line: Line; termin: number; reply: Reply }) {
  return (
    <HouseForm reply={reply} className="grid">
      <input type="hidden" name="termin" value={termin} />
      <input type="hidden" name="line" value={line.id} />
      <Button variant="tertiary" name="intent" value="takeOut">
        Doch nicht<span className="sr-only">: {line.name}</span>
      </Button>
    </HouseForm>
  )
}

/** What has no sticker: ticked, or counted. */
export function Others({
  lines,
  termin,
  reply,
  can,
}: {
  lines: Line[]
  termin: number
  reply: Reply
  can: boolean
}) {
  const unsent = useUnsent()
  if (lines.length === 0) return null
  const isOpen = lines.some(({ rest }) => rest > 0)
  return (
    <Card title="Weitere Teile">
      <HouseForm reply={reply} key={lines.map(({ back }) => back).join()} {...unsent.form}>
        <input type="hidden" name="termin" value={termin} />
        <ul className="grid gap-2 sm:grid-cols-2">
          {lines.map((line) => (
            <li key={line.id}>
              <OtherRow {...{ line, unsent }} />
            </li>
          ))}
        </ul>
        {can && isOpen && (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" name="intent" value="rest">
              Alle übrigen Teile sind da
            </Button>
            <Button variant="secondary" name="intent" value="bring">
              Angekreuzte sind da
            </Button>
          </div>
        )}
      </HouseForm>
    </Card>
  )
}

function OtherRow({ line, unsent }: { line: Line; unsent: Unsent }) {
  const { id, name, code, went, back, rest, missing } = line
  const most = went - missing
  return (
    <label className="flex min-h-12 items-center gap-3 rounded-lg border border-rand px-3 py-1 has-checked:border-aktion has-checked:bg-aktion-zart">
      {went === 1 && rest > 0 && (
        <input
          type="checkbox"
          name="line"
          value={id}
          defaultChecked={Boolean(unsent.of('line', id))}
          className="size-6 shrink-0"
        />
      )}
      {went > 1 && (
        <select
          name="amount"
          defaultValue={String(unsent.of('amount', id) ?? `${id}:${back}`)}
          className="min-h-11 rounded-lg border border-rand bg-flaeche px-2"
        >
          {Array.from({ length: most + 1 }, (_, n) => n)
            .filter((n) => most <= 60 || n === most || n === back || n % Math.ceil(most / 60) === 0)
            .map((count) => (
              <option key={count} value={`${id}:${count}`}>
                {count} von {most}
              </option>
            ))}
        </select>
      )}
      <span className="min-w-0 grow">
        {name} {code && <span className="font-mono text-sm text-leise">{code}</span>}
      </span>
      <Standing line={line} />
    </label>
  )
}
