import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { GoalList } from '#app/concepts/goal-list.tsx'
import { page } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { plural } from '#app/ui/format.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { similarGoalsFor } from '#server/concepts/network/adopting/views.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = page(({ actor, request }) =>
  similarGoalsFor(actor, new URL(request.url).searchParams.get('ziel')),
)

export const meta: MetaFunction = () => [{ title: 'Ähnliche Ziele – Konzepte – Lernen 25' }]

export default function SimilarGoals() {
  const { goal, goals } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: 'Konzepte', to: paths.list() },
          { label: goal.title, to: goal.path },
          { label: 'Andere Schulen' },
        ]}
      />
      <PageHead
        title="Andere Schulen mit demselben offenen Ziel"
        meta={`Ihr Ziel: ${goal.title}`}
      />
      {goals.length > 0 ? (
        <Card
          title={plural(goals.length, 'offenes Ziel', 'offene Ziele')}
          lead="Veröffentlichte Ziele; Ihre Schulform steht zuerst."
        >
          <GoalList goals={goals} />
        </Card>
      ) : (
        <EmptyState
          title="Noch hat keine andere Schule ein solches Ziel veröffentlicht."
          action={<ButtonLink to={paths.list()}>In allen Konzepten suchen</ButtonLink>}
        >
          Verbinden Sie Ihr Ziel mit einem Netzwerkziel oder einer Kompetenz, dann finden sich
          Schulen leichter.
        </EmptyState>
      )}
    </>
  )
}
