import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { page } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { day, type Instant, longDay, plural, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List, TaskRow } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { paths as moderation } from '#server/moderation/paths.ts'
import { pageNumber } from '#server/platform/paging.ts'
import { paths } from '#server/plg/cockpit/paths.ts'
import { cockpitFor } from '#server/plg/cockpit/views.ts'
import { paths as plgPaths } from '#server/plg/paths.ts'
import { kindNames, phaseNames } from '#server/plg/words.ts'

export const loader = page(({ actor, request }) =>
  cockpitFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const meta: MetaFunction = () => [{ title: 'PLGs, die ich begleite – Lernen 25' }]

/** The facilitator's cockpit: dates, phases and where a PLG seems to be stuck. */
export default function Accompanied() {
  const { plgs, can } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title="PLGs, die ich begleite" />
      {can.moderate && (
        <Tabs
          label="Moderation"
          tabs={[
            { label: 'Meldungen', to: moderation.desk(), end: true },
            { label: 'Barrieren', to: moderation.barriers() },
            { label: 'Begleitung', to: paths.accompanied() },
          ]}
        />
      )}
      <div className="grid gap-5">
        {plgs.rows.length === 0 && (
          <EmptyState title="Sie begleiten zurzeit keine PLG.">
            Das SMZ weist Begleitungen zu. In geschlossene Gruppen laden deren Sprecher:innen ein.
          </EmptyState>
        )}
        {plgs.rows.map((plg) => (
          <Accompaniment key={plg.id} plg={plg} />
        ))}
        <Pages
          label="Seiten der PLGs"
          page={plgs.page}
          pages={plgs.pages}
          linkTo={paths.accompanied}
        />
      </div>
    </>
  )
}

type Plg = Awaited<ReturnType<typeof cockpitFor>>['plgs']['rows'][number]

function Accompaniment({ plg }: { plg: Plg }) {
  const { slug, title, kind, phase, phaseUntil, isPaused, nextSession, openTasks, signals } = plg
  return (
    <Card
      title={
        <Link to={plgPaths.plg(slug)} prefetch="intent" className="underline">
          {title}
        </Link>
      }
      aside={
        isPaused ? (
          <Badge tone="offen">Pausiert</Badge>
        ) : signals.length > 0 ? (
          <Badge tone="achtung">{plural(signals.length, 'Hinweis', 'Hinweise')}</Badge>
        ) : (
          <Badge tone="ok">Läuft</Badge>
        )
      }
    >
      <DefinitionList
        facts={[
          ['Art', kindNames[kind]],
          ['Phase', `${phaseNames[phase]}${phaseUntil ? ` bis ${day(phaseUntil)}` : ''}`],
          ['Nächster Termin', nextSession ? dateAndTime(nextSession) : 'keiner geplant'],
          ['Offene Aufgaben', String(openTasks)],
        ]}
      />
      {signals.length > 0 && (
        <List>
          {signals.map(({ key, text, action }) => (
            <TaskRow key={key} action={<ButtonLink to={action.to}>{action.label}</ButtonLink>}>
              {text}
            </TaskRow>
          ))}
        </List>
      )}
    </Card>
  )
}

const dateAndTime = (at: Instant) => `${longDay(at)}, ${time(at)} Uhr`
