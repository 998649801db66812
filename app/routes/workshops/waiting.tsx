import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page, type Reply } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/medialab/paths.ts'
import { acceptWaiting, joinWaiting, leaveWaiting } from '#server/medialab/waiting/commands.ts'
import { entryInput, joinInput } from '#server/medialab/waiting/inputs.ts'
import { waitingPage } from '#server/medialab/waiting/views.ts'
import { Entries, JoinForm } from './components/waiting-lists.tsx'

export const loader = page(({ actor, request }) =>
  waitingPage(actor, new URL(request.url).searchParams),
)

export const action = forms({
  join: intent(joinInput, async ({ actor, input }) => {
    await joinWaiting(actor, input)
    return redirectWithToast(paths.waiting(), 'Sie stehen auf der Warteliste.')
  }),
  accept: intent(entryInput, async ({ actor, input }) =>
    redirectWithToast(
      paths.booking(await acceptWaiting(actor, input.entry)),
      'Es ist für Sie gebucht.',
    ),
  ),
  leave: intent(entryInput, async ({ actor, input }) => {
    await leaveWaiting(actor, input.entry)
    return redirectWithToast(paths.waiting(), 'Sie warten nicht mehr darauf.')
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction = () => [{ title: 'Warteliste – MediaLab – Lernen 25' }]

export default function WaitingList() {
  const { mine, wish, schools, plgs, projects, clientKey } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb steps={[{ label: 'MediaLab', to: paths.start() }, { label: 'Warteliste' }]} />
      <PageHead title="Warteliste" />
      <div className="grid max-w-[48rem] gap-5">
        {wish && (
          <WishCard
            wish={wish}
            {...{ schools, plgs, projects, clientKey }}
            reply={replyTo('join')}
          />
        )}
        {mine.length === 0 ? (
          !wish && (
            <EmptyState
              title="Sie warten auf nichts."
              action={<ButtonLink to={paths.find()}>Freie Zeit suchen</ButtonLink>}
            >
              Ist etwas vergeben, können Sie sich bei der Buchung auf die Warteliste setzen.
            </EmptyState>
          )
        ) : (
          <Card title="Darauf warten Sie">
            <Entries entries={mine} reply={replyTo('accept') ?? replyTo('leave')} />
          </Card>
        )}
        <p>
          <Link to={paths.mine()} className="inline-flex min-h-11 items-center underline">
            Zu Ihren Buchungen
          </Link>
        </p>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>
type WishProps = Pick<View, 'schools' | 'plgs' | 'projects' | 'clientKey'> & {
  wish: NonNullable<View['wish']>
  reply: Reply | undefined
}

/** What the address asks to wait for: to book, where it is free; else why not, or the form. */
function WishCard({ wish, projects, ...form }: WishProps) {
  const why = wish.fault ?? wish.needs
  const canJoin = !wish.fault && (!wish.needs || projects.length > 0)
  return (
    <Card title={wish.name} lead={wish.when}>
      {wish.isFree ? (
        <Notice
          tone="ok"
          title="Das ist gerade frei."
          action={
            <ButtonLink variant="primary" to={wish.book}>
              Jetzt buchen
            </ButtonLink>
          }
        />
      ) : (
        <div className="grid gap-4">
          {why && <Notice tone="achtung">{why}</Notice>}
          {canJoin && (
            <>
              <p>Zu dieser Zeit ist es nicht frei. Wird es das, geht es der Reihe nach weiter.</p>
              <JoinForm {...{ wish, projects, ...form }} />
            </>
          )}
        </div>
      )}
    </Card>
  )
}
