import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { visitorPage } from '#app/http/page.ts'
import { unlessTrouble } from '#app/realtime/unless-trouble.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { paths } from '#server/software/paths.ts'
import { productFor } from '#server/software/products/views.ts'
import { Alternatives, Answer } from './components/answer.tsx'
import { AboutProduct, DataFacts } from './components/data-facts.tsx'
import { ProjectList } from './components/project-list.tsx'
import { QuestionForm } from './components/question-form.tsx'
import { Seals } from './components/seals.tsx'
import { VerdictBox } from './components/verdict-box.tsx'

export const loader = visitorPage(({ actor, params, request }) =>
  productFor(actor, params.app ?? '', new URL(request.url).searchParams),
)

export const shouldRevalidate = unlessTrouble

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.product.name ?? 'App'} – Software – Lernen 25` },
]

export default function Product() {
  const view = useLoaderData<typeof loader>()
  const { product, answer, uses, alternatives } = view
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
        <VerdictBox standing={view.standing} best={view.best} uses={uses} form={view.form} />
        <QuestionForm product={product} question={answer?.question} />
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2 lg:items-start">
          <DataFacts product={product} uses={uses} />
        </div>
        <AboutProduct product={product} />
        <ProjectList projects={view.projects} />
        {alternatives.length > 0 && (
          <Card title="Alternativen">
            <Alternatives alternatives={alternatives} />
          </Card>
        )}
        <Seals seals={product.seals} />
        <p>
          <ButtonLink to={paths.history(product.slug)} variant="tertiary">
            Frühere Prüfungen und Entscheidungen
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

type View = ReturnType<typeof useLoaderData<typeof loader>>

function Acts({ view: { product, can } }: { view: View }) {
  if (!can.curate) return null
  return (
    <>
      <ButtonLink to={paths.edit(product.slug)}>Bearbeiten</ButtonLink>
      <ButtonLink to={paths.uses(product.slug)}>Nutzungen und Unterlagen</ButtonLink>
    </>
  )
}
