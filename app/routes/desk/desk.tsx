import { redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { recordWiped } from '#server/medialab/desk/handing/commands.ts'
import { wipeInput } from '#server/medialab/desk/handing/inputs.ts'
import { deskFor } from '#server/medialab/desk/views.ts'
import { paths } from '#server/medialab/paths.ts'
import { dayWords } from '#server/medialab/words.ts'
import { DateRows, type ShownDate } from './components/date-rows.tsx'
import { DeskField } from './components/desk-field.tsx'
import { FoundCard } from './components/found-card.tsx'

/** What was scanned or typed leads to the right page at once. */
export const loader = page(async ({ actor, request }) => {
  const view = await deskFor(actor, new URL(request.url).searchParams.get('q')?.slice(0, 80) ?? '')
  if (view.found.kind === 'place') throw redirect(view.found.path)
  return view
})

export const action = forms({
  wiped: intent(wipeInput, async ({ actor, input }) => {
    const code = await recordWiped(actor, input)
    return redirectWithToast(paths.desk(), `Eingetragen: Auf ${code} sind keine Daten mehr.`)
  }),
})

export const meta: MetaFunction = () => [{ title: 'Theke – Lernen 25' }]

export default function Desk() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <PageHead
        title="Theke"
        meta={dayWords(view.today)}
        actions={
          <>
            <ButtonLink to={paths.damages()}>Schäden</ButtonLink>
            <ButtonLink to={paths.labels()}>Etiketten</ButtonLink>
          </>
        }
      />
      <DeskField typed={view.typed} />
      <FoundCard found={view.found} reply={reply} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
        <Day title="Heute hinaus" dates={view.goingOut} empty="Heute geht nichts mehr hinaus." />
        <Day title="Heute zurück" dates={view.comingIn} empty="Heute wird nichts zurückerwartet." />
        <Day
          title="Überfällig"
          dates={view.overdue}
          empty="Nichts ist überfällig."
          more={{ to: paths.overdue(), label: 'Alle mit Erinnerung' }}
        />
        <Card title="Anfragen">
          {view.requests > 0 ? (
            <Link to={paths.requests()} className="font-semibold underline">
              {plural(view.requests, 'Anfrage wartet', 'Anfragen warten')}
            </Link>
          ) : (
            <p className="text-leise">Keine Anfrage wartet.</p>
          )}
        </Card>
      </div>
    </>
  )
}

function Day({
  title,
  dates,
  empty,
  more,
}: {
  title: string
  dates: ShownDate[]
  empty: string
  more?: { to: string; label: string }
}) {
  const hasMore = more && dates.length > 0
  return (
    <Card
      title={title}
      aside={
        hasMore && (
          <Link to={more.to} className="underline">
            {more.label}
          </Link>
        )
      }
    >
      {dates.length > 0 ? <DateRows dates={dates} /> : <p className="text-leise">{empty}</p>}
    </Card>
  )
}
