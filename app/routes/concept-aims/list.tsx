import { type MetaFunction, useLoaderData } from '@remix-run/react'
import Plus from 'lucide-react/icons/plus'
import { visitorPage } from '#app/http/page.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { List } from '#app/ui/list.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { aimsFor } from '#server/concepts/aims/views.ts'
import { paths } from '#server/concepts/paths.ts'

export const loader = visitorPage(({ actor }) => aimsFor(actor))

export const meta: MetaFunction = () => [{ title: 'Netzwerkziele – Lernen 25' }]

type Aim = ReturnType<typeof useLoaderData<typeof loader>>['network'][number]

export default function Aims() {
  const { strategic, network, proposed, ended, withdrawn, can } = useLoaderData<typeof loader>()
  const hasAny = strategic.length + network.length + proposed.length > 0
  return (
    <>
      <Breadcrumb steps={[{ label: 'Konzepte', to: paths.list() }, { label: 'Netzwerkziele' }]} />
      <PageHead
        title="Netzwerkziele"
        meta="Ziele, an denen mehrere Schulen arbeiten. Jede Schule entscheidet selbst, ob sie eines übernimmt."
        actions={
          <>
            {can.proposeStrategic && (
              <ButtonLink to={`${paths.networkGoals()}/neu?art=strategic`}>
                Strategisches Ziel vorschlagen
              </ButtonLink>
            )}
            {can.propose && (
              <ButtonLink to={`${paths.networkGoals()}/neu`} icon={Plus} variant="primary">
                Netzwerkziel vorschlagen
              </ButtonLink>
            )}
          </>
        }
      />
      <div className="grid gap-5">
        {strategic.length > 0 && (
          <Card
            title="Strategische Ziele"
            lead="Vom Lenkungskreis beschlossen, für die ganze Stadt."
          >
            <Aimed aims={strategic} />
          </Card>
        )}
        {network.length > 0 && (
          <Card
            title="Netzwerkziele"
            lead="Die Zahl sagt, wie viele Schulen es veröffentlicht haben."
          >
            <Aimed aims={network} />
          </Card>
        )}
        {proposed.length > 0 && (
          <Card title="Vorschläge" lead="Noch nicht in Kraft. Schulen nehmen dazu Stellung.">
            <Aimed aims={proposed} />
          </Card>
        )}
        {ended.length > 0 && (
          <Fold title={`Frühere Ziele (${ended.length})`}>
            <Aimed aims={ended} />
          </Fold>
        )}
        {withdrawn.length > 0 && (
          <Fold title={`Zurückgenommene Vorschläge (${withdrawn.length})`}>
            <Aimed aims={withdrawn} />
          </Fold>
        )}
        {!hasAny && (
          <EmptyState title="Noch gibt es kein Netzwerkziel.">
            Wer bestätigt ist, kann eines vorschlagen.
          </EmptyState>
        )}
      </div>
    </>
  )
}

function Aimed({ aims }: { aims: Aim[] }) {
  return (
    <List>
      {aims.map(({ id, title, body, path, schools, commentsUntil }) => (
        <li key={id} className="relative py-zeile">
          <Link to={path} className="font-semibold after:absolute after:inset-0 hover:underline">
            {title}
          </Link>
          {body && <p className="line-clamp-2 max-w-[68ch]">{body}</p>}
          {commentsUntil && (
            <p className="text-sm text-leise">Stellungnahmen bis {day(commentsUntil)}</p>
          )}
          {schools > 0 && (
            <p className="text-sm text-leise">
              {plural(schools, 'Schule arbeitet daran', 'Schulen arbeiten daran')}
            </p>
          )}
        </li>
      ))}
    </List>
  )
}
