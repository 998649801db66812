import { type MetaFunction, Outlet, useActionData, useLoaderData } from '@remix-run/react'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { day, plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Tab, Tabs } from '#app/ui/tabs.tsx'
import { paths as discussion } from '#server/discussions/paths.ts'
import { unreadIn } from '#server/discussions/views.ts'
import { paths as documents } from '#server/documents/paths.ts'
import { KIND_DEFAULTS, type PlgCard } from '#server/plg/contract.ts'
import { acceptInvitation, declineInvitation } from '#server/plg/invitations/commands.ts'
import { comeBack, joinPlg, requestToJoin, withdrawRequest } from '#server/plg/members/commands.ts'
import { joinInput, nothingInput, requestInput } from '#server/plg/members/inputs.ts'
import { workspaceFor } from '#server/plg/members/views.ts'
import { paths } from '#server/plg/paths.ts'
import { paths as sessions } from '#server/plg/sessions/paths.ts'
import { paths as projects } from '#server/projects/paths.ts'
import { kindNames, phaseNames } from '#server/plg/words.ts'
import { paths as support } from '#server/support/paths.ts'
import { paths as visits } from '#server/visits/paths.ts'
import { Entry } from './components/entry.tsx'
import { JoiningBadge } from './components/joining-badge.tsx'

export const loader = page(async ({ actor, params }) => {
  const view = await workspaceFor(actor, params.plg ?? '')
  return { ...view, unread: view.can.enter ? await unreadIn(actor, view.plg.id) : 0 }
})

export const shouldRevalidate = unlessTrouble

export const action = forms({
  join: intent(joinInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await joinPlg(actor, slug, input)
    return redirectWithToast(paths.plg(slug), 'Sie sind jetzt Mitglied.')
  }),
  request: intent(requestInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await requestToJoin(actor, slug, input)
    return redirectWithToast(paths.plg(slug), 'Ihre Anfrage ist unterwegs.')
  }),
  withdraw: intent(nothingInput, async ({ actor, params }) => {
    const slug = params.plg ?? ''
    await withdrawRequest(actor, slug)
    return redirectWithToast(paths.plg(slug), 'Ihre Anfrage ist zurückgezogen.')
  }),
  accept: intent(joinInput, async ({ actor, params, input }) => {
    const slug = params.plg ?? ''
    await acceptInvitation(actor, slug, input)
    return redirectWithToast(paths.plg(slug), 'Sie gehören jetzt dazu.')
  }),
  decline: intent(nothingInput, async ({ actor, params }) => {
    await declineInvitation(actor, params.plg ?? '')
    return redirectWithToast(paths.list(), 'Sie haben die Einladung abgelehnt.')
  }),
  return: intent(nothingInput, async ({ actor, params }) => {
    const slug = params.plg ?? ''
    await comeBack(actor, slug)
    return redirectWithToast(paths.plg(slug), 'Sie sind wieder dabei.')
  }),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.plg.title ?? 'PLG'} – Lernen 25` },
]

export default function Workspace() {
  const { plg, facilitators, entry, unread, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const members = plural(plg.members, 'Mitglied', 'Mitglieder')
  const facts = [
    kindNames[plg.kind],
    // Walled groups ask no school, so none counts.
    KIND_DEFAULTS[plg.kind].isWalled
      ? members
      : `${plural(plg.schools.length, 'Schule', 'Schulen')}, ${members}`,
    phaseWords(plg),
    facilitators.length > 0 &&
      `begleitet von ${facilitators.map(({ name }) => name).join(' und ')}`,
  ]
  return (
    <>
      <PageHead
        title={plg.title}
        badge={<JoiningBadge joining={plg.joining} />}
        meta={facts.filter(Boolean).join(' · ')}
      />
      {can.enter && (
        <Tabs
          label="Bereiche der PLG"
          tabs={tabsOf(plg.slug, unread)}
          more={moreOf(plg.slug, can.lead)}
        />
      )}
      <div className="grid gap-5">
        {entry && <Entry plg={plg} entry={entry} reply={reply} />}
        <Outlet />
      </div>
    </>
  )
}

function phaseWords({
  phase,
  phaseUntil,
  isPaused,
}: Pick<PlgCard, 'phase' | 'phaseUntil' | 'isPaused'>) {
  if (isPaused) return `Phase „${phaseNames[phase]}“ (pausiert)`
  return `Phase „${phaseNames[phase]}“${phaseUntil ? ` bis ${day(phaseUntil)}` : ''}`
}

function tabsOf(slug: string, unread: number): Tab[] {
  return [
    { label: 'Überblick', to: paths.plg(slug), end: true },
    { label: 'Diskussion', to: discussion.topics(slug), count: unread },
    { label: 'Dokumente', to: documents.list(paths.plg(slug)) },
    { label: 'Vorhaben', to: projects.list(slug) },
    { label: 'Termine', to: sessions.list(slug) },
    { label: 'Mitglieder', to: paths.members(slug) },
  ]
}

/** What one needs a few times a year. */
function moreOf(slug: string, isLead: boolean): Tab[] {
  return [
    { label: 'Phasen und Beschlüsse', to: paths.phases(slug) },
    { label: 'Fokus', to: paths.focus(slug) },
    { label: 'Vereinbarung', to: paths.agreement(slug) },
    { label: 'Hospitationen', to: visits.ofPlg(slug) },
    { label: 'Transferbögen', to: projects.transfer(slug) },
    { label: 'Unterstützung', to: support.ofPlg(slug) },
    ...(isLead ? [{ label: 'Einstellungen', to: paths.settings(slug) }] : []),
  ]
}
