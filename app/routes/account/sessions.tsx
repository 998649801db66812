import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/node'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { when } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { endOtherSessions, endOwnSession } from '#server/accounts/commands.ts'
import { endSessionInput, nothing } from '#server/accounts/inputs.ts'
import { paths } from '#server/accounts/paths.ts'
import { sessionsFor } from '#server/accounts/views.ts'
import { replyOf } from './components/reply-of.ts'

export const loader = page(({ actor }) => sessionsFor(actor))

export const action = forms({
  end: intent(endSessionInput, async ({ actor, input }) => {
    await endOwnSession(actor, input.session)
    return redirectWithToast(paths.sessions(), 'Das Gerät ist abgemeldet.')
  }),
  endOthers: intent(nothing, async ({ actor }) => {
    await endOtherSessions(actor)
    return redirectWithToast(paths.sessions(), 'Alle anderen Geräte sind abgemeldet.')
  }),
})

export const meta: MetaFunction = () => [{ title: 'Geräte – Lernen 25' }]

export default function Sessions() {
  const { sessions, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <Card
      title="Angemeldete Geräte"
      lead="Kennen Sie eines nicht? Melden Sie es ab und setzen Sie ein neues Passwort."
      className="max-w-[48rem]"
    >
      <List>
        {sessions.map(({ id, device, createdAt, isThis }) => (
          <TaskRow
            key={id}
            action={
              isThis ? (
                <Form method="post" action={paths.signOut()} reloadDocument>
                  <Button variant="secondary">Abmelden</Button>
                </Form>
              ) : (
                <HouseForm reply={replyOf(reply, id)} clientKey={id} className="grid gap-2">
                  <input type="hidden" name="session" value={id} />
                  <Button name="intent" value="end" variant="secondary">
                    Abmelden<span className="sr-only"> {device}</span>
                  </Button>
                </HouseForm>
              )
            }
          >
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">{device || 'Unbekanntes Gerät'}</span>
              {isThis && <Badge tone="aktion">Dieses Gerät</Badge>}
            </p>
            <p className="text-leise">Angemeldet {when(createdAt, now)}</p>
          </TaskRow>
        ))}
      </List>
      {sessions.length > 1 && (
        <HouseForm reply={reply?.intent === 'endOthers' ? reply : undefined} className="mt-4">
          <Button name="intent" value="endOthers">
            Alle anderen abmelden
          </Button>
        </HouseForm>
      )}
    </Card>
  )
}
