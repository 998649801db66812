import type { Reply } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { SelectField, TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { LIMITS, type PlgCard, type SchoolChoice } from '#server/plg/contract.ts'
import { paths } from '#server/plg/paths.ts'
import { secondPlgHint } from '#server/plg/words.ts'

type WithSchools = { schools: SchoolChoice[]; isSecond: boolean }
type EntryFacts =
  | { kind: 'requested' }
  | ({ kind: 'join' | 'request' } & WithSchools)
  | ({ kind: 'invited'; message: string; asGuest: boolean } & WithSchools)

type Props = { plg: PlgCard; reply: Reply | undefined }

/** The way into a PLG for somebody outside: join, ask, wait, or answer an invitation. */
export function Entry({ entry, ...props }: Props & { entry: EntryFacts }) {
  switch (entry.kind) {
    case 'requested':
      return <Requested {...props} />
    case 'join':
      return <Join {...props} entry={entry} />
    case 'request':
      return <Request {...props} entry={entry} />
    case 'invited':
      return <Invited {...props} entry={entry} />
  }
}

/** An answer belongs to the form that was sent. */
const replyTo = (reply: Reply | undefined, intent: string) =>
  reply?.intent === intent ? reply : undefined

function Join({ plg, entry, reply }: Props & { entry: WithSchools }) {
  return (
    <Card
      id="beitritt"
      title="Mitarbeiten"
      lead="Diese PLG ist offen: Sie können sofort beitreten und mitlesen. Wieder gehen können Sie jederzeit."
    >
      <HouseForm action={paths.plg(plg.slug)} reply={replyTo(reply, 'join')}>
        <SchoolFields {...entry} />
        <div>
          <Button name="intent" value="join">
            Beitreten
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function Request({ plg, entry, reply }: Props & { entry: WithSchools }) {
  return (
    <Card
      id="beitritt"
      title="Mitarbeiten"
      lead="Wer für die PLG spricht, entscheidet über Ihre Anfrage. Sie erhalten eine Nachricht."
    >
      <HouseForm action={paths.plg(plg.slug)} reply={replyTo(reply, 'request')}>
        <SchoolFields {...entry} />
        <TextArea
          name="message"
          label="Ihre Nachricht"
          optional
          rows={3}
          maxLength={LIMITS.message}
          hint="Warum Sie mitarbeiten möchten"
        />
        <div>
          <Button name="intent" value="request">
            Beitritt anfragen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

function Requested({ plg, reply }: Props) {
  return (
    <Card id="beitritt" title="Mitarbeiten" aside={<Badge tone="achtung">Angefragt</Badge>}>
      <p className="mb-3">Wer für die PLG spricht, hat Ihre Anfrage und antwortet Ihnen.</p>
      <HouseForm action={paths.plg(plg.slug)} reply={replyTo(reply, 'withdraw')}>
        <div>
          <Button variant="secondary" name="intent" value="withdraw">
            Anfrage zurückziehen
          </Button>
        </div>
      </HouseForm>
    </Card>
  )
}

type InvitedFacts = WithSchools & { message: string; asGuest: boolean }

function Invited({ plg, entry, reply }: Props & { entry: InvitedFacts }) {
  return (
    <Card
      id="beitritt"
      title="Sie sind eingeladen"
      lead={
        entry.asGuest
          ? 'Als Gast lesen und schreiben Sie mit, ohne einen Platz für Ihre Schule einzunehmen.'
          : 'Wenn Sie annehmen, arbeiten Sie in dieser PLG mit.'
      }
    >
      {entry.message && (
        <blockquote className="mb-4 border-l-4 border-linie pl-4 whitespace-pre-wrap">
          {entry.message}
        </blockquote>
      )}
      <HouseForm action={paths.plg(plg.slug)} reply={replyTo(reply, 'accept')}>
        <SchoolFields {...entry} />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="accept">
            Einladung annehmen
          </Button>
          <Button variant="secondary" name="intent" value="decline" form="ablehnen">
            Ablehnen
          </Button>
        </div>
      </HouseForm>
      <HouseForm id="ablehnen" action={paths.plg(plg.slug)} className="hidden" />
    </Card>
  )
}

/** Who teaches at several schools says for which one; posts show it, and its principal is asked. */
function SchoolFields({ schools, isSecond }: WithSchools) {
  return (
    <>
      {isSecond && <Notice>{secondPlgHint}</Notice>}
      {schools.length > 1 && (
        <SelectField
          name="schoolId"
          label="Für welche Ihrer Schulen?"
          hint="Ihre Beiträge zeigen diese Schule. Deren Schulleitung wird um Zustimmung gebeten."
          empty="Bitte wählen"
          required
          choices={schools}
        />
      )}
    </>
  )
}
