import type { Reply as FormReply } from '#app/http/page.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { List } from '#app/ui/list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import type { Release } from '#server/visits/contract.ts'
import { paths } from '#server/visits/paths.ts'
import { releaseNames, releaseNote } from '#server/visits/words.ts'
import type { VisitView } from './visit-view.ts'
import { Debrief, Observation, Preparation, Sharing } from './visit-words.tsx'

type Props = { view: VisitView; reply: FormReply | undefined }

/** A visit from the request to what was learnt; what each of those in it can do now stands first. */
export function VisitBody({ view, reply }: Props) {
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <div className="grid gap-5">
      <Answer view={view} reply={reply} />
      <Visitors view={view} />
      <Held view={view} reply={reply} />
      <Preparation view={view} reply={replyTo('prepare')} />
      <Observation view={view} reply={replyTo('observe')} />
      <Debrief view={view} reply={replyTo('debrief')} />
      {view.can.share && <Sharing view={view} reply={replyTo('share')} />}
      <Ending view={view} reply={reply} />
    </div>
  )
}

/** The host's yes or no, or what the visitor waits for. */
function Answer({ view, reply }: Props) {
  if (view.visit.state !== 'requested') return null
  if (!view.can.decline)
    return (
      <Notice title="Angefragt">
        Wartet auf die Antwort von {view.visit.host ?? 'der Lehrkraft'}. Der Platz ist für Sie frei
        gehalten.
      </Notice>
    )
  return (
    <Card title="Ihre Antwort" lead="Sie entscheiden, wer zu Ihnen kommt.">
      <HouseForm reply={answers(reply, ['accept', 'decline'])}>
        <SeenVersion version={view.version} key={view.version} />
        <div className="flex flex-wrap gap-3">
          {view.can.accept && (
            <Button name="intent" value="accept">
              Annehmen
            </Button>
          )}
          <Button variant="secondary" name="intent" value="decline">
            Ablehnen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

const answers = (reply: FormReply | undefined, intents: string[]) =>
  reply && intents.includes(reply.intent ?? '') ? reply : undefined

const TONES: Record<Release, Tone> = { open: 'achtung', granted: 'ok', refused: 'stopp' }

/** Who comes, and whether their principals have said yes. */
function Visitors({ view }: { view: VisitView }) {
  const { visit, visitors, isPart } = view
  return (
    <Card
      title="Zu Besuch"
      aside={isPart && visit.isReleased && <Badge tone="ok">Freigabe vollständig</Badge>}
    >
      <List>
        {visitors.map((visitor) => (
          <li key={visitor.id} className="py-zeile">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="wrap-anywhere">
                {visitor.name}
                {visitor.isSelf && ' (Sie)'}, {visitor.school}
              </span>
              {visitor.release && visit.state !== 'requested' && (
                <Badge tone={TONES[visitor.release]}>{releaseNames[visitor.release]}</Badge>
              )}
            </div>
            {visitor.reason && (
              <p className="text-sm text-leise wrap-anywhere">
                Ihre Schulleitung schreibt: {visitor.reason}
              </p>
            )}
          </li>
        ))}
      </List>
      {isPart && ['requested', 'accepted'].includes(visit.state) && (
        <p className="mt-3 max-w-[68ch] text-sm text-leise">{releaseNote}</p>
      )}
    </Card>
  )
}

function Held({ view, reply }: Props) {
  if (!view.can.hold) return null
  return (
    <Card title="Hat der Besuch stattgefunden?">
      <HouseForm reply={answers(reply, ['hold'])}>
        <SeenVersion version={view.version} key={view.version} />
        <div>
          <Button name="intent" value="hold">
            Ja, er hat stattgefunden
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

/** Into one's own calendar; calling it off, or taking it away for good. */
function Ending({ view, reply }: Props) {
  const { can, version, visit } = view
  if (!can.cancel && !can.remove && !can.keepDate) return null
  return (
    <div className="flex flex-wrap gap-3">
      {can.keepDate && (
        <a href={paths.ics(visit.number)} className="inline-flex min-h-11 items-center underline">
          In meinen Kalender
        </a>
      )}
      {can.cancel && (
        <HouseForm reply={answers(reply, ['cancel'])} className="">
          <Button variant="secondary" name="intent" value="cancel">
            Besuch absagen
          </Button>
        </HouseForm>
      )}
      {can.remove && (
        <HouseForm reply={answers(reply, ['remove'])} className="">
          <SeenVersion version={version} key={version} />
          <Button variant="secondary" name="intent" value="remove">
            Besuch löschen
          </Button>
        </HouseForm>
      )}
    </div>
  )
}
