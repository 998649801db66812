import { Button } from '#app/ui/button.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import type { Reply } from '#app/http/page.ts'
import type { RunAct } from '#server/plg/sessions/live/contract.ts'
import { actNames } from '#server/plg/sessions/live/words.ts'
import {
  clockFace,
  type Protocol,
  type Run,
  secondsLeft,
} from '#server/plg/sessions/protocols/contract.ts'
import { voiceNames } from '#server/plg/sessions/protocols/words.ts'
import { useServerClock } from './use-server-clock.ts'

/** The step a group is in, as large as it has to be to be read from across a table. */
export function RunView({
  run,
  protocol,
  place,
  serverNow,
}: {
  run: Run
  protocol: Protocol
  place: { kind: string; id: string }
  serverNow: number
}) {
  const step = protocol.steps[run.step]
  if (!step) return null
  return (
    <div className="grid gap-3">
      <p className="text-leise">
        {protocol.name} · Schritt {run.step + 1} von {protocol.steps.length}
      </p>
      <div aria-live="polite" className="grid gap-2">
        <p className="text-2xl font-semibold" data-testid="schritt">
          {step.title}
        </p>
        <p className="max-w-[60ch] text-lg">{step.text}</p>
        <p>
          Wer spricht: <strong>{voiceNames[step.voice]}</strong>
        </p>
      </div>
      <Timer run={run} place={place} serverNow={serverNow} />
    </div>
  )
}

function Timer({
  run,
  place,
  serverNow,
}: {
  run: Run
  place: { kind: string; id: string }
  serverNow: number
}) {
  const now = useServerClock(place, serverNow)
  const left = secondsLeft(run, now)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p
        role="timer"
        aria-label="Verbleibende Zeit dieses Schritts"
        data-testid="uhr"
        className={`text-[3.5rem] leading-none font-semibold tabular-nums ${left < 0 ? 'text-stopp' : ''}`}
      >
        {clockFace(left)}
      </p>
      {run.runningSince === null && <Badge tone="offen">angehalten</Badge>}
      {left < 0 && <Badge tone="achtung">Die Zeit ist um</Badge>}
    </div>
  )
}

/** Going on is the one thing to do; at the last step that is the end. */
function rankOf(act: RunAct, isLast: boolean) {
  if (act === 'next' || (act === 'end' && isLast)) return 'primary'
  return act === 'end' ? 'tertiary' : 'secondary'
}

/** What the person who leads the protocol can press. Without JavaScript the page comes anew each time. */
export function RunControls({
  run,
  protocol,
  reply,
}: {
  run: Run
  protocol: Protocol
  reply: Reply | undefined
}) {
  const isLast = run.step >= protocol.steps.length - 1
  const acts: [RunAct, boolean][] = [
    ['next', !isLast],
    ['back', run.step > 0],
    [run.runningSince === null ? 'resume' : 'pause', true],
    ['end', true],
  ]
  return (
    <HouseForm reply={reply} className="grid gap-3" preventScrollReset>
      <input type="hidden" name="intent" value="move" />
      <input type="hidden" name="version" value={run.version} />
      <div className="flex flex-wrap gap-3">
        {acts
          .filter(([, isPossible]) => isPossible)
          .map(([act]) => (
            <Button key={act} name="act" value={act} variant={rankOf(act, isLast)}>
              {actNames[act]}
            </Button>
          ))}
      </div>
    </HouseForm>
  )
}
