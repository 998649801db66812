import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { form, visitorPage } from '#app/http/page.ts'
import { redirectWithToast } from '#app/http/toast.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { HouseForm } from '#app/ui/form.tsx'
import { day, plural } from '#app/ui/format.ts'
import { Link } from '#app/ui/link.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Pages } from '#app/ui/pagination.tsx'
import { pageNumber } from '#server/platform/paging.ts'
import { publishEdition } from '#server/software/editions/commands.ts'
import { publishInput } from '#server/software/editions/inputs.ts'
import { editionsFor } from '#server/software/editions/views.ts'
import { paths } from '#server/software/paths.ts'

export const loader = visitorPage(({ actor, request }) =>
  editionsFor(actor, pageNumber(new URL(request.url).searchParams.get('seite'))),
)

export const action = form(publishInput, async ({ actor, input }) => {
  const number = await publishEdition(actor, input)
  return redirectWithToast(paths.edition(number), 'Die Ausgabe ist veröffentlicht.')
})

export const meta: MetaFunction = () => [{ title: 'Positivliste – Lernen 25' }]

export default function Editions() {
  const { rows, page, pages, clientKey, can } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb
        steps={[{ label: 'Software', to: paths.directory() }, { label: 'Positivliste' }]}
      />
      <PageHead
        title="Positivliste"
        meta="Was an Duisburger Schulen freigegeben ist. Jede Ausgabe bleibt, wie sie an ihrem Tag war."
      />
      <div className="grid gap-5">
        <Card title="Ausgaben">
          {rows.length === 0 ? (
            <EmptyState title="Es gibt noch keine Ausgabe.">
              Was heute freigegeben ist, steht im Verzeichnis der Software.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-linie">
              {rows.map(({ number, dated, entries, note }) => (
                <li key={number} className="py-zeile">
                  <Link
                    to={paths.edition(number)}
                    className="-my-2.5 inline-flex min-h-11 items-center font-semibold underline"
                  >
                    Ausgabe {number} vom {day(dated)}
                  </Link>
                  <p className="text-leise">{plural(entries, 'Nutzung', 'Nutzungen')}</p>
                  {note && <p className="max-w-[68ch] wrap-anywhere">{note}</p>}
                </li>
              ))}
            </ul>
          )}
          <Pages
            label="Seiten der Ausgaben"
            page={page}
            pages={pages}
            linkTo={(number) => `${paths.editions()}?seite=${number}`}
          />
          <p className="mt-3 text-sm text-leise">
            Für andere Systeme:{' '}
            <a className="inline-flex min-h-11 items-center underline" href={paths.editionSchema()}>
              Beschreibung der Dateien (JSON-Schema)
            </a>
          </p>
        </Card>
        {can.publish && (
          <Card
            title="Neue Ausgabe"
            lead="Sie enthält, was in diesem Augenblick freigegeben ist, und lässt sich nicht mehr ändern."
          >
            <HouseForm reply={reply} clientKey={clientKey} className="grid max-w-[40rem] gap-4">
              <TextArea name="note" label="Bemerkung" optional rows={2} maxLength={1000} />
              <div>
                <Button>Ausgabe veröffentlichen</Button>
              </div>
            </HouseForm>
          </Card>
        )}
      </div>
    </>
  )
}
