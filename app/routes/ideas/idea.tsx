import { type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NearGoals } from '#app/concepts/near-goals.tsx'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { useRefresh } from '#app/realtime/use-refresh.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { wordsOf } from '#app/ui/choices.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day } from '#app/ui/format.ts'
import { HouseForm } from '#app/ui/form.tsx'
import { Link } from '#app/ui/link.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { competencyName } from '#server/projects/competencies/contract.ts'
import { gradeBandNames, subjectNames } from '#server/accounts/words.ts'
import { goalsLike } from '#server/concepts/network/near/views.ts'
import { archiveIdea, restoreIdea } from '#server/ideas/commands.ts'
import { noInput } from '#server/ideas/inputs.ts'
import { joinIdea, withdrawInterest } from '#server/ideas/interests/commands.ts'
import { joinInput } from '#server/ideas/interests/inputs.ts'
import { unmergeIdeas } from '#server/ideas/merging/commands.ts'
import { unmergeInput } from '#server/ideas/merging/inputs.ts'
import { paths } from '#server/ideas/paths.ts'
import { ideaFor } from '#server/ideas/reading/views.ts'
import { stateNames, topicNames } from '#server/ideas/words.ts'
import { schoolFormWords } from '#server/schools/words.ts'
import { Fitting } from './components/fitting.tsx'
import { Interested, Join, Withdraw } from './components/interested.tsx'
import { Merged } from './components/merged.tsx'

/** What was merged has moved, but not for good: it may be taken back. */
export const loader = page(async ({ actor, params }) => {
  const view = await ideaFor(actor, params.idea ?? '')
  if (view.movedTo !== null) throw redirect(view.movedTo)
  const { title, problem, learnersNeed, competencies, state } = view.idea
  const text = `${title} ${learnersNeed} ${problem}`
  const nearGoals = state === 'open' ? await goalsLike(actor, { text, competencies }) : []
  return { ...view, nearGoals }
})

export const action = forms({
  join: intent(joinInput, async ({ actor, params, input }) =>
    redirectWithToast(await joinIdea(actor, params.idea ?? '', input), 'Sie machen mit.'),
  ),
  withdraw: intent(noInput, async ({ actor, params }) =>
    redirectWithToast(
      await withdrawInterest(actor, params.idea ?? ''),
      'Sie machen hier nicht mehr mit.',
    ),
  ),
  archive: intent(noInput, async ({ actor, params }) =>
    redirectWithToast(await archiveIdea(actor, params.idea ?? ''), 'Die Idee ist im Archiv.'),
  ),
  restore: intent(noInput, async ({ actor, params }) =>
    redirectWithToast(await restoreIdea(actor, params.idea ?? ''), 'Die Idee ist wieder offen.'),
  ),
  unmerge: intent(unmergeInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await unmergeIdeas(actor, params.idea ?? '', input.sourceId),
      'Die Ideen sind wieder getrennt.',
    ),
  ),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.idea.title ?? 'Idee'} – Lernen 25` },
]

export default function Idea() {
  const { idea, can, merged, interested, fitting, schools, canSeeFitting, nearGoals } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const refresh = useRefresh()
  useNews(
    { kind: 'idea', id: idea.id },
    { onNews: () => refresh(1_000), onReturn: () => refresh(0) },
  )
  return (
    <>
      <Breadcrumb steps={[{ label: 'Ideen', to: paths.list() }, { label: idea.title }]} />
      <PageHead
        title={<span className="wrap-anywhere">{idea.title}</span>}
        badge={idea.state !== 'open' && <Badge tone="offen">{stateNames[idea.state]}</Badge>}
        meta={[idea.author ?? 'Nicht mehr hier', idea.school, day(idea.createdAt)]
          .filter(Boolean)
          .join(' · ')}
        actions={<Acts />}
      />
      <div className="grid gap-5">
        <Outcome />
        <About />
        {can.join && <Join schools={schools} reply={replyTo('join')} />}
        {can.withdraw && <Withdraw reply={replyTo('withdraw')} />}
        <Interested interested={interested} schools={idea.schools} />
        <Merged ideas={merged} reply={replyTo('unmerge')} />
        {canSeeFitting && <Fitting schools={fitting} />}
        <NearGoals goals={nearGoals} />
        <p>
          <ButtonLink to={paths.report(idea.id)} variant="tertiary">
            Idee melden
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

function Acts() {
  const { idea, can } = useLoaderData<typeof loader>()
  return (
    <>
      {can.found && (
        <ButtonLink to={paths.found(idea.path)} variant="primary">
          PLG daraus machen
        </ButtonLink>
      )}
      {can.edit && <ButtonLink to={paths.edit(idea.path)}>Bearbeiten</ButtonLink>}
      {can.merge && <ButtonLink to={paths.merge(idea.path)}>Zusammenführen</ButtonLink>}
      {can.archive && (
        <HouseForm className="">
          <Button variant="secondary" name="intent" value="archive">
            Archivieren
          </Button>
        </HouseForm>
      )}
    </>
  )
}

/** What became of it. Of a PLG that others must not know of, they read only that the idea is no longer open. */
function Outcome() {
  const { idea, plg, can } = useLoaderData<typeof loader>()
  if (plg)
    return (
      <Notice
        tone="ok"
        title="Aus dieser Idee ist eine PLG geworden"
        action={<ButtonLink to={plg.path}>{plg.title}</ButtonLink>}
      />
    )
  if (idea.state === 'became_plg') return <Notice>Diese Idee ist nicht mehr offen.</Notice>
  if (idea.state !== 'archived') return null
  return (
    <Notice
      title="Diese Idee ist im Archiv"
      action={
        can.restore && (
          <HouseForm className="">
            <Button variant="secondary" name="intent" value="restore">
              Wieder öffnen
            </Button>
          </HouseForm>
        )
      }
    >
      Auf dem Markt und in der Suche steht sie nicht mehr.
    </Notice>
  )
}

function About() {
  const { idea, call } = useLoaderData<typeof loader>()
  return (
    <Card title="Worum es geht">
      <div className="grid max-w-[68ch] gap-4">
        <Passage title="Was uns begegnet" text={idea.problem} />
        <Passage title="Was Lernende brauchen" text={idea.learnersNeed} />
      </div>
      <div className="mt-4">
        <DefinitionList
          facts={[
            ['Womit', idea.technology],
            ['Thema', wordsOf(idea.topics, topicNames)],
            ['Fächer', wordsOf(idea.subjects, subjectNames) || 'Alle'],
            ['Jahrgänge', wordsOf(idea.gradeBands, gradeBandNames) || 'Alle'],
            ['Schulformen', wordsOf(idea.schoolForms, schoolFormWords) || 'Alle'],
            ['Medienkompetenz', idea.competencies.map(competencyName).join(', ')],
            ['Programm', idea.programme],
            [
              'Antwort auf',
              call && (
                <Link key="call" to={call.path} className="underline">
                  {call.title}
                </Link>
              ),
            ],
          ]}
        />
      </div>
    </Card>
  )
}

function Passage({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="text-base">{title}</h3>
      <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
    </div>
  )
}
