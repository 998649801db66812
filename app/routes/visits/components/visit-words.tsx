import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioRows } from '#app/ui/choice-field.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { Reply } from '#app/ui/form-context.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { longDay, time } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { SeenVersion } from '#app/ui/seen-version.tsx'
import { LIMITS, SHARING } from '#server/visits/contract.ts'
import { sharingNames } from '#server/visits/words.ts'
import type { VisitView } from './visit-view.ts'

type Conflicting = Reply & { theirs?: string }
type Props = { view: VisitView; reply: Conflicting | undefined }

/** What stands there now, when somebody saved another text meanwhile. */
function Theirs({ reply }: { reply: Conflicting | undefined }) {
  if (!reply?.theirs) return null
  return (
    <Notice tone="achtung" title="So ist der Text jetzt gespeichert">
      <p className="whitespace-pre-wrap wrap-anywhere">{reply.theirs}</p>
    </Notice>
  )
}

function Text({ children }: { children: string }) {
  return <p className="max-w-[68ch] whitespace-pre-wrap wrap-anywhere">{children}</p>
}

/** The day and the time of a moment in Duisburg, as date fields take them. */
function localParts(at: string | Date | null): { day: string; time: string } {
  if (at === null) return { day: '', time: '' }
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date(at))
  return { day, time: time(at) }
}

/** What the host wants to be watched, and when all talk before. */
export function Preparation({ view, reply }: Props) {
  const { words, can, version } = view
  if (!words) return null
  if (!can.prepare) {
    if (!words.focus && !words.preTalkAt) return null
    return (
      <Card title="Beobachtungsauftrag">
        <Text>{words.focus}</Text>
        {words.preTalkAt && (
          <p className="mt-2">
            Vorgespräch: {longDay(words.preTalkAt)}, {time(words.preTalkAt)}
          </p>
        )}
      </Card>
    )
  }
  const preTalk = localParts(words.preTalkAt)
  return (
    <Card
      title="Beobachtungsauftrag"
      lead="Sie bestimmen, worauf geachtet wird. Zwei klare Fragen sind besser als zehn."
    >
      {/* Loaded whole after a conflict: then the form knows the version it is compared with. */}
      <HouseForm reply={reply} reloadDocument>
        <Theirs reply={reply} />
        <SeenVersion version={version} />
        <TextArea
          name="focus"
          label="Worauf soll geachtet werden?"
          optional
          rows={3}
          maxLength={LIMITS.focus}
          defaultValue={words.focus}
          counter
        />
        <div className="grid gap-3 md:max-w-[28rem] md:grid-cols-2">
          <TextField
            name="preTalkDay"
            type="date"
            label="Vorgespräch am"
            optional
            defaultValue={preTalk.day}
          />
          <TextField
            name="preTalkTime"
            type="time"
            label="Uhrzeit"
            optional
            defaultValue={preTalk.time}
          />
        </div>
        <div>
          <Button name="intent" value="prepare">
            Auftrag speichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

/** What the visitors saw; each writes the own part. */
export function Observation({ view, reply }: Props) {
  const { visitors, can, visit } = view
  const self = visitors.find(({ isSelf }) => isSelf)
  const written = visitors.filter(
    ({ observation, isSelf }) => observation && !(isSelf && can.observe),
  )
  if (written.length === 0 && !can.observe) return null
  return (
    <Card title="Beobachtung">
      <div className="grid gap-4">
        {written.map((visitor) => (
          <div key={visitor.id}>
            <h3 className="text-base">{visitor.name}</h3>
            <Text>{visitor.observation}</Text>
          </div>
        ))}
        {can.observe && (
          <HouseForm reply={reply}>
            <TextArea
              name="observation"
              label="Was haben Sie gesehen?"
              hint={`Beschreiben statt bewerten, keine Namen von Kindern. Es lesen mit: ${sharingNamesFor(visit)}.`}
              rows={6}
              maxLength={LIMITS.observation}
              defaultValue={self?.observation}
              counter
            />
            <div>
              <Button name="intent" value="observe">
                Beobachtung speichern
              </Button>
            </div>
          </HouseForm>
        )}
      </div>
    </Card>
  )
}

const sharingNamesFor = ({ shareWith, host }: VisitView['visit']) =>
  shareWith === 'plg' ? 'alle in der PLG' : `${host ?? 'die Lehrkraft'} und wer dabei ist`

export function Debrief({ view, reply }: Props) {
  const { words, can, version } = view
  if (!words) return null
  if (!can.debrief)
    return (
      words.debrief && (
        <Card title="Nachgespräch">
          <Text>{words.debrief}</Text>
        </Card>
      )
    )
  return (
    <Card title="Nachgespräch" lead="Was nehmen Sie mit? Sie halten es fest, es gehört Ihnen.">
      <HouseForm reply={reply} reloadDocument>
        <Theirs reply={reply} />
        <SeenVersion version={version} />
        <TextArea
          name="debrief"
          label="Was nehmen Sie mit?"
          rows={6}
          maxLength={LIMITS.debrief}
          defaultValue={words.debrief}
          counter
        />
        <div>
          <Button name="intent" value="debrief">
            Nachgespräch festhalten
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

/** Only the host sees this, and only the host decides it. */
export function Sharing({ view, reply }: Props) {
  const { visit, version } = view
  const choices = SHARING.filter((value) => value !== 'plg' || visit.isOfPlg)
  return (
    <Card
      title="Wer liest mit?"
      lead="Auftrag, Beobachtungen und Nachgespräch gehören Ihnen. Schulleitungen, Schulmedienzentrum und Technik lesen sie nie."
    >
      <HouseForm reply={reply} key={visit.shareWith}>
        <SeenVersion version={version} key={version} />
        <RadioRows
          name="shareWith"
          label="Mitlesen dürfen"
          choices={choices.map((value) => ({ value, label: sharingNames[value] }))}
          defaultValue={visit.shareWith}
        />
        <div>
          <Button variant="secondary" name="intent" value="share">
            Speichern
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}
