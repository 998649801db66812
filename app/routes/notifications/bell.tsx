import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import CheckCheck from 'lucide-react/icons/check-check'
import { z } from 'zod'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Line } from '#app/routes/notifications/components/line.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { plural } from '#app/ui/format.ts'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { OlderNewer } from '#app/ui/pagination.tsx'
import { markAllRead, markLineRead, openLine } from '#server/notifications/commands.ts'
import { allReadInput, lineInput } from '#server/notifications/inputs.ts'
import { paths } from '#server/notifications/paths.ts'
import { bellFor } from '#server/notifications/views.ts'
import { ageWords } from '#server/notifications/words.ts'

export const loader = page(({ actor, request }) => {
  const cursor = z.uuid().safeParse(new URL(request.url).searchParams.get('vor'))
  return bellFor(actor, cursor.success ? cursor.data : null)
})

export const action = forms({
  open: intent(lineInput, async ({ actor, input }) => redirect(await openLine(actor, input))),
  read: intent(lineInput, async ({ actor, input, request }) => {
    await markLineRead(actor, input)
    return redirect(paths.bell() + new URL(request.url).search)
  }),
  allRead: intent(allReadInput, async ({ actor }) => {
    const count = await markAllRead(actor)
    return redirectWithToast(
      paths.bell(),
      `${plural(count, 'Benachrichtigung', 'Benachrichtigungen')} als gelesen markiert.`,
    )
  }),
})

export const meta: MetaFunction = () => [{ title: 'Benachrichtigungen – Lernen 25' }]

export default function Bell() {
  const { groups, older, isFirstPage, hasUnread, now } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Benachrichtigungen"
        meta="Nur Sie sehen diese Liste. Einträge bleiben 90 Tage."
        actions={
          hasUnread && (
            <HouseForm reply={reply}>
              <Button variant="secondary" icon={CheckCheck} name="intent" value="allRead">
                Alle gelesen
              </Button>
            </HouseForm>
          )
        }
      />
      {groups.length === 0 && <Nothing isFirstPage={isFirstPage} />}
      <div className="grid gap-5">
        {groups.map(({ age, lines }) => (
          <Card key={age} title={ageWords[age]}>
            <List>
              {lines.map((line) => (
                <Line key={line.id} line={line} now={now} reply={reply} />
              ))}
            </List>
          </Card>
        ))}
      </div>
      <OlderNewer
        label="Ältere und neuere Benachrichtigungen"
        older={older && paths.older(older)}
        newer={isFirstPage ? null : paths.bell()}
      />
    </>
  )
}

function Nothing({ isFirstPage }: { isFirstPage: boolean }) {
  if (!isFirstPage) return <EmptyState title="Hier kommt nichts mehr." />
  return (
    <EmptyState title="Noch keine Benachrichtigung.">
      Hier steht, wenn jemand Ihnen antwortet, Sie erwähnt oder etwas von Ihnen braucht. Was
      ungelesen bleibt, kommt einmal am Tag gesammelt per Mail.
    </EmptyState>
  )
}
