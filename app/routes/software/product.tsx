import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { forms, intent, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { spread, useRefresh } from '#app/realtime/use-refresh.ts'
import { useNews } from '#app/realtime/use-news.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { atOwnSchools } from '#server/software/adoption/views.ts'
import { newestExperiences } from '#server/software/experience/views.ts'
import { followedBy } from '#server/software/following/views.ts'
import { paths } from '#server/software/paths.ts'
import { attachPlg, detachPlg } from '#server/software/plgs/commands.ts'
import { plgInput } from '#server/software/plgs/inputs.ts'
import { plgsOf } from '#server/software/plgs/views.ts'
import { productFor } from '#server/software/products/views.ts'
import { newestQuestions } from '#server/software/questions/views.ts'
import { Alternatives, Answer, UsedBy } from './components/answer.tsx'
import { AboutProduct, DataFacts } from './components/data-facts.tsx'
import { ExperienceCard } from './components/experience-card.tsx'
import { FollowAndKeep } from './components/follow-button.tsx'
import { OwnSchools } from './components/own-schools.tsx'
import { PlgList } from './components/plg-list.tsx'
import { ProjectList } from './components/project-list.tsx'
import { QuestionCard } from './components/question-card.tsx'
import { QuestionForm } from './components/question-form.tsx'
import { ShareList } from './components/share-list.tsx'
import { Seals } from './components/seals.tsx'
import { VerdictBox } from './components/verdict-box.tsx'

export const loader = visitorPage(async ({ actor, params, request }) => {
  const view = await productFor(actor, params.app ?? '', new URL(request.url).searchParams)
  const { id } = view.product
  const [isFollowed, ownSchools, experience, questions, plgs] = await Promise.all([
    followedBy(actor, id),
    atOwnSchools(actor, id),
    newestExperiences(actor, id),
    newestQuestions(actor, id),
    plgsOf(actor, id),
  ])
  return { ...view, isFollowed, ownSchools, experience, questions, plgs }
})

export const action = forms({
  attachPlg: intent(plgInput, async ({ actor, params, input }) => {
    const slug = params.app ?? ''
    const title = await attachPlg(actor, slug, input.plg)
    return redirectWithToast(paths.product(slug), `„${title}“ steht jetzt bei dieser App.`)
  }),
  detachPlg: intent(plgInput, async ({ actor, params, input }) => {
    const slug = params.app ?? ''
    const path = paths.product(slug)
    const title = await detachPlg(actor, slug, input.plg)
    return redirectWithToast(path, {
      text: `„${title}“ steht nicht mehr bei dieser App.`,
      undo: {
        action: path,
        fields: { intent: 'attachPlg', plg: input.plg },
        label: 'Rückgängig',
      },
    })
  }),
})

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.name ?? 'App'} – Software – Lernen 25` },
]

/** What others decide may be a little later than what is being read. */
const WITHIN = 2_500

export default function Product() {
  const view = useLoaderData<typeof loader>()
  const refresh = useRefresh()
  const hear = () => refresh(spread(WITHIN))
  useNews(view.isSignedIn ? { kind: 'software', id: view.product.id } : null, {
    onNews: hear,
    onReturn: hear,
  })
  const { product, answer, uses, alternatives } = view
  const showsAlternatives = answer !== null && !answer.standing.startsWith('approved')
  return (
    <>
      <Breadcrumb steps={[{ label: 'Software', to: paths.directory() }, { label: product.name }]} />
      <PageHead
        title={<span className="wrap-anywhere">{product.name}</span>}
        badge={
          product.lifecycle === 'discontinued' && <Badge tone="offen">Nicht mehr angeboten</Badge>
        }
        meta={product.vendor}
        actions={<Acts view={view} />}
      />
      <div className="grid gap-5">
        {product.state === 'proposed' && (
          <Notice>Vorgeschlagen. Das SMZ sieht den Eintrag noch durch.</Notice>
        )}
        {answer && (
          <Answer
            product={product}
            answer={answer}
            use={view.use}
            alternatives={alternatives}
            isSignedIn={view.isSignedIn}
          />
        )}
        {(answer === null || uses.some(isDecided)) && (
          <VerdictBox
            standing={view.standing}
            best={view.best}
            uses={uses}
            form={view.form}
            isFolded={answer !== null}
          >
            {answer === null && <UsedBy use={view.use} />}
          </VerdictBox>
        )}
        <OwnSchools product={product} schools={view.ownSchools} />
        <QuestionForm product={product} question={answer?.question} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 lg:items-start">
          <DataFacts product={product} uses={uses} />
          <ExperienceCard
            slug={product.slug}
            experience={view.experience}
            canTell={view.can.tell}
          />
        </div>
        <AboutProduct product={product} />
        <ProjectList projects={view.projects} more={view.moreProjects} />
        <PlgList plgs={view.plgs} />
        <ShareList app={product.slug} homes={view.plgs.homes} />
        <QuestionCard slug={product.slug} questions={view.questions} canTell={view.can.tell} />
        {alternatives.length > 0 && !showsAlternatives && (
          <Card title="Alternativen">
            <Alternatives alternatives={alternatives} />
          </Card>
        )}
        <Seals seals={product.seals} />
        <p className="flex flex-wrap gap-x-5 print:hidden">
          <ButtonLink to={paths.history(product.slug)} variant="tertiary">
            Frühere Prüfungen und Entscheidungen
          </ButtonLink>
          <ReportError view={view} />
        </p>
      </div>
    </>
  )
}

/** What there is to read about a use beyond the answer to a question. */
const isDecided = ({ opinion, release }: { opinion: unknown; release: unknown }) =>
  opinion !== null || release !== null

type View = ReturnType<typeof useLoaderData<typeof loader>>

/** What is said wrong here, told to those who keep the directory. */
function ReportError({ view: { isSignedIn, product } }: { view: View }) {
  if (!isSignedIn) return null
  return (
    <ButtonLink to={paths.report(product.id)} variant="tertiary">
      Fehler melden
    </ButtonLink>
  )
}

function Acts({ view: { product, can, isFollowed } }: { view: View }) {
  return (
    <>
      <FollowAndKeep slug={product.slug} isFollowed={isFollowed} />
      {can.curate && (
        <>
          <ButtonLink to={paths.edit(product.slug)}>Bearbeiten</ButtonLink>
          <ButtonLink to={paths.uses(product.slug)}>Nutzungen und Unterlagen</ButtonLink>
        </>
      )}
    </>
  )
}
