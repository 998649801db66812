import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import Flag from 'lucide-react/icons/flag'
import { TakeOver } from '#app/concepts/take-over.tsx'
import { Attachments } from '#app/files/attachments.tsx'
import { hold } from '#app/http/hold.ts'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { BackLinks, PAGE_PARAM } from '#app/references/back-links.tsx'
import { Relations } from '#app/references/relations.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StoredHtml } from '#app/ui/stored-html.tsx'
import { takingFor } from '#server/concepts/reflections/taking/views.ts'
import { filesOf } from '#server/files/views.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { adoptProject, stopTrying, tryOut } from '#server/projects/adopting/commands.ts'
import { adoptInput, nothingInput, tryInput } from '#server/projects/adopting/inputs.ts'
import { paths as conceptPaths } from '#server/concepts/paths.ts'
import { paths } from '#server/projects/paths.ts'
import { sayName } from '#server/projects/publishing/commands.ts'
import { nameInput } from '#server/projects/publishing/inputs.ts'
import { publishedFor } from '#server/projects/results/views.ts'
import { visibilityNames } from '#server/projects/words.ts'
import { backLinksOf, referencesOf } from '#server/references/views.ts'
import { ClosingView } from './components/closing-view.tsx'
import { LicenceLine } from './components/licence-line.tsx'
import { LinkedSoftware } from './components/linked-software.tsx'
import { NameChoice } from './components/name-choice.tsx'
import { OriginalLine, ProjectFacts } from './components/project-facts.tsx'
import { StatusBadge } from './components/project-head.tsx'
import { Adopt, TryOut } from './components/try-out.tsx'
import '#app/styles/document.css'

export const loader = visitorPage(async ({ actor, params, request, context }) => {
  const view = await publishedFor(actor, params.project ?? '')
  const thing = { kind: 'project', id: view.project.id }
  const plan = hold(context, view.plan)
  // Files and references have rights of persons: they come with signing in.
  if (!actor || !view.can.tryOut) return { ...view, plan, thing, around: null }
  const pages = pageNumber(new URL(request.url).searchParams.get(PAGE_PARAM))
  const [files, relations, backLinks, taking] = await Promise.all([
    filesOf(actor, thing),
    referencesOf(actor, thing),
    backLinksOf(actor, thing, pages),
    takingFor(actor, thing),
  ])
  return { ...view, plan, thing, around: { files, relations, backLinks, taking } }
})

const addressOf = ({ project = '' }: { project?: string }) => `${paths.results()}/${project}`

export const action = forms({
  try: intent(tryInput, async ({ actor, params, input }) => {
    await tryOut(actor, params.project ?? '', input)
    return redirectWithToast(
      addressOf(params),
      'Sie probieren es aus. Die Autor:innen erfahren es.',
    )
  }),
  stop: intent(nothingInput, async ({ actor, params }) => {
    await stopTrying(actor, params.project ?? '')
    return redirectWithToast(addressOf(params), 'Das ist zurückgenommen.')
  }),
  adopt: intent(adoptInput, async ({ actor, params, input }) =>
    redirectWithToast(
      await adoptProject(actor, params.project ?? '', input),
      'Das Vorhaben ist übernommen. Passen Sie es an Ihre Lerngruppe an.',
    ),
  ),
  name: intent(nameInput, async ({ actor, params, input }) => {
    await sayName(actor, params.project ?? '', input.nameUse)
    return redirectWithToast(addressOf(params), 'Ihre Entscheidung ist gespeichert.')
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.project.title ?? 'Vorhaben'} – Vorhaben – Lernen 25` },
  ...(data?.project.visibility === 'network' ? [{ name: 'robots', content: 'noindex' }] : []),
]

export default function Published() {
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { project, can, echo, closing, authors, around } = view
  const replyTo = (name: string) => (reply?.intent === name ? reply : undefined)
  return (
    <>
      <Breadcrumb steps={[{ label: 'Vorhaben', to: paths.results() }, { label: project.title }]} />
      <PageHead
        title={project.title}
        badge={<StatusBadge status={project.status} />}
        meta={[
          project.publishedAt && `veröffentlicht am ${day(project.publishedAt)}`,
          visibilityNames[project.visibility],
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={<Actions view={view} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
        <div className="grid min-w-0 gap-5">
          <OriginalLine original={view.original} />
          <p className="max-w-[68ch] wrap-anywhere whitespace-pre-line">{project.summary}</p>
          {closing && <ClosingView closing={closing} />}
          <ProjectFacts view={{ ...project, project, linked: view.linked }} />
          <LinkedSoftware apps={view.linked} />
          {echo.trials > 0 && (
            <p>
              Erprobt in {plural(echo.trials, 'Durchgang', 'Durchgängen')} mit{' '}
              {plural(echo.lessons, 'Unterrichtsstunde', 'Unterrichtsstunden')}.
            </p>
          )}
          {view.plan && (
            <Card title="Plan">
              <article aria-label={`Plan von „${project.title}“`}>
                <StoredHtml html={view.plan} className="dokument in-karte" />
              </article>
            </Card>
          )}
          <LicenceLine licence={project.licence} authors={authors} />
          <Exports project={project} />
        </div>
        <div className="grid min-w-0 gap-5">
          <TryOut
            echo={echo}
            schools={view.schools}
            canTry={can.tryOut}
            reply={replyTo('try') ?? replyTo('stop')}
          />
          {can.adopt && (
            <Adopt
              targets={view.targets}
              copies={view.copies}
              clientKey={view.clientKey}
              reply={replyTo('adopt')}
            />
          )}
          <NameChoice ownName={view.ownName} reply={replyTo('name')} />
          {around && (
            <>
              <Attachments
                view={{ ...around.files, canAdd: false }}
                back={paths.published(project)}
              />
              <Relations thing={view.thing} cards={around.relations} canChange={false} />
              <BackLinks links={around.backLinks} />
              <TakeOver taking={around.taking} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Actions({ view: { project, plg, can, around } }: { view: View }) {
  return (
    <>
      {around?.taking?.writes && (
        <ButtonLink to={conceptPaths.takeProject(project.number)}>
          Im Medienkonzept verknüpfen
        </ButtonLink>
      )}
      {plg && <ButtonLink to={plg.path}>In der PLG bearbeiten</ButtonLink>}
      {can.tryOut && (
        <ButtonLink icon={Flag} variant="tertiary" to={paths.report(project.id)}>
          Melden
        </ButtonLink>
      )}
    </>
  )
}

/** For other editors and other platforms; hardly anybody comes for them. */
function Exports({ project }: Pick<View, 'project'>) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-sm text-leise print:hidden">
      Zum Weiterverwenden:
      {(['md', 'json'] as const).map((format) => (
        <Link
          key={format}
          to={paths.export(project, format)}
          reloadDocument
          className="inline-flex min-h-11 items-center underline"
        >
          {format === 'md' ? 'Als Markdown' : 'Als JSON'}
        </Link>
      ))}
    </p>
  )
}
