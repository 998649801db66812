import { useActionData, useLoaderData } from '@remix-run/react'
import { NearGoals } from '#app/concepts/near-goals.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { PhaseBar } from '#app/ui/phase-bar.tsx'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { goalsLike } from '#server/concepts/network/near/views.ts'
import { newestTopics } from '#server/discussions/views.ts'
import { type Kind, KIND_DEFAULTS, type Phase } from '#server/plg/contract.ts'
import { standingFor } from '#server/plg/cycle/views.ts'
import { assignFacilitator, endFacilitation } from '#server/plg/leading/commands.ts'
import { facilitatorInput, memberInput } from '#server/plg/leading/inputs.ts'
import { aboutFor } from '#server/plg/members/views.ts'
import { paths } from '#server/plg/paths.ts'
import { nextSessionOf } from '#server/plg/sessions/views.ts'
import { joiningNames, kindNames, noteOf, stepNames, stepOf } from '#server/plg/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { Facilitation } from './components/facilitation.tsx'
import { NextSession } from './components/next-session.tsx'
import { NewestTopics } from './components/newest-topics.tsx'
import { Standing } from './components/standing.tsx'
import { usePlgNews } from './components/use-plg-news.ts'

export const loader = page(async ({ actor, params }) => {
  const view = await aboutFor(actor, params.plg ?? '')
  if (!view.can.enter)
    return { ...view, topics: null, standing: null, session: null, nearGoals: [] }
  const { title, question } = view.plg
  const [topics, standing, session, nearGoals] = await Promise.all([
    newestTopics(actor, view.plg.id),
    standingFor(actor, view.plg.slug),
    nextSessionOf(actor, view.plg.slug),
    isBeginning(view.plg) ? goalsLike(actor, { text: `${title} ${question}` }) : [],
  ])
  return { ...view, topics, standing, session, nearGoals }
})

/** While a group is looking for its focus, it reads who is after the same. */
const isBeginning = ({ kind, phase }: { kind: Kind; phase: Phase }) =>
  !KIND_DEFAULTS[kind].isWalled && ['idea', 'forming', 'focus'].includes(phase)

export const action = forms({
  assign: intent(facilitatorInput, async ({ actor, params, input }) => {
    await assignFacilitator(actor, params.plg ?? '', input.personId)
    return redirectWithToast(paths.plg(params.plg ?? ''), 'Die Moderation ist eingetragen.')
  }),
  endFacilitation: intent(memberInput, async ({ actor, params, input }) => {
    await endFacilitation(actor, params.plg ?? '', input.memberId)
    return redirectWithToast(paths.plg(params.plg ?? ''), 'Die Begleitung ist beendet.')
  }),
})

export default function About() {
  const view = useLoaderData<typeof loader>()
  const { plg, topics, standing, session, facilitators, facilitatorChoices, can } = view
  usePlgNews(can.enter ? plg.id : null)
  const reply = useActionData<typeof action>()
  return (
    <>
      {standing && <Standing standing={standing} />}
      {session && <NextSession plg={plg.slug} session={session} />}
      {topics && <NewestTopics plg={plg.slug} topics={topics} />}
      <Profile />
      <NearGoals goals={view.nearGoals} />
      {facilitatorChoices && (
        <Facilitation choices={facilitatorChoices} facilitators={facilitators} reply={reply} />
      )}
    </>
  )
}

function Profile() {
  const { plg, leads, standing } = useLoaderData<typeof loader>()
  return (
    <Card title="Steckbrief">
      <div className="grid gap-4">
        <div className="max-w-[68ch]">
          <p className="text-lg font-semibold">{plg.question}</p>
          {plg.summary && <p className="mt-2 whitespace-pre-wrap">{plg.summary}</p>}
        </div>
        {/* Those inside have read it above. */}
        {!standing && (
          <PhaseBar steps={stepNames} current={stepOf(plg.phase)} note={noteOf(plg)} isDetailed />
        )}
        <DefinitionList
          facts={[
            ['Art der Gruppe', plg.kind === 'plg' ? null : kindNames[plg.kind]],
            ['Programm', plg.programme],
            [
              'Schulen',
              KIND_DEFAULTS[plg.kind].isWalled ? null : plg.schools.join(', ') || 'Noch keine',
            ],
            [
              'Es sprechen für die Gruppe',
              leads.map(nameAndSchool).join(', ') || 'Zurzeit niemand',
            ],
            ['Fächer', wordsOf(plg.subjects, subjectNames) || 'Alle'],
            ['Jahrgänge', wordsOf(plg.gradeBands, gradeBandNames) || 'Alle'],
            ['Schulformen', wordsOf(plg.schoolForms, schoolFormWords) || 'Alle'],
            ['Beitritt', joiningNames[plg.joining]],
            ['Gegründet', day(plg.foundedAt)],
          ]}
        />
      </div>
    </Card>
  )
}

const nameAndSchool = ({ name, school }: { name: string; school: string | null }) =>
  school ? `${name} (${school})` : name
