import { type MetaFunction, useLoaderData } from '@remix-run/react'
import RotateCw from 'lucide-react/icons/rotate-cw'
import { visitorPage } from '#app/http/page.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { day, plural, time } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { health } from '#server/platform/health.ts'

export const loader = visitorPage(() => health())

export const meta: MetaFunction = () => [{ title: 'Status – Lernen 25' }]

/** So much work at once is ordinary; more means that mails and notices are late. */
const ORDINARY = 200

export default function Status() {
  const { version, at, isDatabaseReachable, waitingJobs } = useLoaderData<typeof health>()
  return (
    <div className="max-w-[46rem]">
      <PageHead
        title={isDatabaseReachable ? 'Alles läuft' : 'Lernen 25 ist gestört'}
        meta={`Stand ${day(at)}, ${time(at)} Uhr`}
        actions={
          <ButtonLink to="/status" reloadDocument icon={RotateCw}>
            Neu prüfen
          </ButtonLink>
        }
      />
      <Card title="Im Einzelnen">
        <DefinitionList
          facts={[
            [
              'Seiten',
              <Badge key="seiten" tone="ok">
                Erreichbar
              </Badge>,
            ],
            ['Datenbank', <DatabaseState key="datenbank" isReachable={isDatabaseReachable} />],
            ['Mails und Meldungen', <QueueState key="mails" waiting={waitingJobs} />],
            ['Version', version],
          ]}
        />
      </Card>
      <p className="mt-5">
        Bei Ihnen geht etwas nicht, obwohl hier alles läuft? Laden Sie die Seite neu. Steht auf
        einer Fehlerseite eine Kennung, nennen Sie sie dem Support. Was nicht zugänglich ist, können
        Sie als{' '}
        <Link to="/barrierefreiheit/melden" className="underline">
          Barriere melden
        </Link>
        .
      </p>
    </div>
  )
}

function DatabaseState({ isReachable }: { isReachable: boolean }) {
  return isReachable ? (
    <Badge tone="ok">Erreichbar</Badge>
  ) : (
    <>
      <Badge tone="stopp">Nicht erreichbar</Badge>
      <p>
        Anmelden und Speichern gehen gerade nicht. Was gespeichert war, ist nicht verloren. Wir
        versuchen es von selbst weiter.
      </p>
    </>
  )
}

function QueueState({ waiting }: { waiting: number | null }) {
  if (waiting === null) return <Badge tone="achtung">Unbekannt</Badge>
  if (waiting > ORDINARY)
    return (
      <Badge tone="achtung">Verspätet, {plural(waiting, 'Auftrag', 'Aufträge')} in Arbeit</Badge>
    )
  return <Badge tone="ok">Werden verschickt</Badge>
}
