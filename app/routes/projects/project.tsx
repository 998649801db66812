import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { Attachments } from '#app/files/attachments.tsx'
import { hold } from '#app/http/hold.ts'
import { forms, intent, page } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { BackLinks, PAGE_PARAM } from '#app/references/back-links.tsx'
import { Relations } from '#app/references/relations.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { when } from '#app/ui/format.ts'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { takingFor } from '#server/concepts/reflections/taking/views.ts'
import { filesOf } from '#server/files/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { deleteProject, moveStatus } from '#server/projects/commands.ts'
import { projectInput, statusInput } from '#server/projects/inputs.ts'
import { paths } from '#server/projects/paths.ts'
import { sayName } from '#server/projects/publishing/commands.ts'
import { nameInput } from '#server/projects/publishing/inputs.ts'
import { projectFor } from '#server/projects/reading/views.ts'
import { putTrialAway } from '#server/projects/trials/commands.ts'
import { trialInput } from '#server/projects/trials/inputs.ts'
import { visibilityHints } from '#server/projects/words.ts'
import { backLinksOf, referencesOf } from '#server/references/views.ts'
import { placeOf } from './components/place.ts'
import { ClosingView } from './components/closing-view.tsx'
import { EvaluationView } from './components/evaluation-view.tsx'
import { LinkedSoftware } from './components/linked-software.tsx'
import { NameChoice } from './components/name-choice.tsx'
import { OriginalLine, ProjectFacts, SoftwareWarning } from './components/project-facts.tsx'
import { ProjectHead } from './components/project-head.tsx'
import { ProjectMenu } from './components/project-menu.tsx'
import { StatusSteps } from './components/status-steps.tsx'
import { TrialList } from './components/trial-list.tsx'
import '#app/styles/document.css'

export const loader = page(async ({ actor, params, request, context }) => {
  const view = await projectFor(actor, placeOf(params))
  const thing = { kind: 'project', id: view.project.id }
  const pages = pageNumber(new URL(request.url).searchParams.get(PAGE_PARAM))
  const [files, relations, backLinks, taking] = await Promise.all([
    filesOf(actor, thing),
    referencesOf(actor, thing),
    backLinksOf(actor, thing, pages),
    takingFor(actor, thing),
  ])
  return { ...view, plan: hold(context, view.plan), thing, files, relations, backLinks, taking }
})

export const action = forms({
  status: intent(statusInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await moveStatus(actor, placeOf(params), input),
      'Der Stand ist gespeichert.',
    ),
  ),
  delete: intent(projectInput, async ({ actor, params }) => {
    const { number, title, plg } = await deleteProject(actor, placeOf(params))
    const list = paths.list(plg)
    return redirectWithToast(list, {
      text: `„${title}“ ist gelöscht.`,
      undo: {
        action: list,
        fields: { intent: 'restoreProject', project: String(number) },
        label: 'Rückgängig',
      },
    })
  }),
  deleteTrial: intent(trialInput, async ({ actor, params, input }) => {
    const path = await putTrialAway(actor, placeOf(params), input.trial, true)
    return redirectWithToast(path, {
      text: 'Der Durchgang ist gelöscht.',
      undo: {
        action: path,
        fields: { intent: 'restoreTrial', trial: input.trial },
        label: 'Rückgängig',
      },
    })
  }),
  restoreTrial: intent(trialInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await putTrialAway(actor, placeOf(params), input.trial, false),
      'Der Durchgang ist wieder da.',
    ),
  ),
  name: intent(nameInput, async ({ actor, params, input }) => {
    const { plg, project } = placeOf(params)
    await sayName(actor, project, input.nameUse)
    return redirectWithToast(`${paths.list(plg)}/${project}`, 'Ihre Entscheidung ist gespeichert.')
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.project.title} – ${data.plg.title} – Lernen 25` : 'Lernen 25' },
]

/** What others write here may be a little later than what is being read. */
const WITHIN = 2_500

export default function Project() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, plg, can, authors, closing } = view
  const refresh = useRefresh()
  useNews(
    { kind: 'plg', id: plg.id },
    {
      onNews: ({ what }) => what === 'projects-changed' && refresh(spread(WITHIN)),
      onReturn: () => refresh(spread(WITHIN)),
    },
  )
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  const ownName = authors.find(({ personId }) => personId === view.me)?.nameUse ?? null
  return (
    <>
      <ProjectHead
        view={view}
        meta={`Geändert ${when(project.changedAt, view.now)}`}
        actions={<ProjectMenu view={view} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          <OriginalLine original={view.original} />
          <SoftwareWarning names={view.unsettled} />
          <LinkedSoftware apps={view.linked} />
          {project.summary && (
            <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{project.summary}</p>
          )}
          {can.write && (
            <Card title="Stand">
              <StatusSteps
                status={project.status}
                steps={view.steps}
                version={project.version}
                reply={replyTo('status')}
              />
            </Card>
          )}
          <ProjectFacts view={view} />
          <PlanCard view={view} />
          <TrialList trials={view.trials} project={project.path} canAdd={can.write} />
          <EvaluationView
            evaluation={view.evaluation}
            aside={
              can.write && (
                <ButtonLink to={paths.evaluation(project.path)}>
                  {view.evaluation ? 'Auswertung bearbeiten' : 'Auswertung beginnen'}
                </ButtonLink>
              )
            }
          />
          {closing ? (
            <ClosingView closing={closing} aside={<ClosingLink view={view} />} />
          ) : (
            <Card title="Reflexion und Abschluss" aside={<ClosingLink view={view} />}>
              <p className="text-leise">Noch nicht geschrieben.</p>
            </Card>
          )}
        </div>
        <div className="grid min-w-0 gap-5">
          <Card title="Autor:innen">
            <ul>
              {authors.map(({ personId, name }) => (
                <li key={personId}>{name}</li>
              ))}
            </ul>
            <p className="mt-2 text-sm text-leise">{visibilityHints[project.visibility]}</p>
          </Card>
          <NameChoice ownName={ownName} reply={replyTo('name')} />
          <Attachments view={view.files} back={project.path} />
          <Relations thing={view.thing} cards={view.relations} canChange={can.write} />
          <BackLinks links={view.backLinks} />
          <TakeOver taking={view.taking} project={project.number} />
        </div>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function ClosingLink({ view: { can, closing, project } }: { view: View }) {
  if (!can.write) return null
  return (
    <ButtonLink to={paths.closing(project.path)}>
      {closing ? 'Abschluss bearbeiten' : 'Reflexion schreiben'}
    </ButtonLink>
  )
}

function PlanCard({ view: { plan, project, can } }: { view: View }) {
  return (
    <Card
      title="Plan"
      aside={
        can.write && (
          <ButtonLink to={paths.plan(project.path)}>Text aus Dokument übernehmen</ButtonLink>
        )
      }
    >
      {plan ? (
        <article aria-label={`Plan von „${project.title}“`}>
          <StoredHtml html={plan} className="dokument in-karte" />
        </article>
      ) : (
        <p className="text-leise">
          Schreiben Sie den Plan gemeinsam als Dokument, und übernehmen Sie ihn dann hierher.
        </p>
      )}
    </Card>
  )
}
